// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.azure;

import dev.signalbox.protocol.report.Problem;

/// How IoT Hub calls what went wrong.
///
/// @param number IoT Hub's six digits, which begin with the status
record AzureError(int status, int number, String name) {
    static AzureError of(Problem problem) {
        String code = problem.code();
        return switch (code) {
            case "policy.unauthorised",
                    "device.wrong-key",
                    "device.wrong-certificate",
                    "device.foreign-host",
                    "device.disabled",
                    "device.sign-in-malformed" -> new AzureError(401, 401002, "IotHubUnauthorizedAccess");
            case "device.not-known", "twin.not-known" -> new AzureError(404, 404001, "DeviceNotFound");
            case "device.exists" -> new AzureError(409, 409001, "DeviceAlreadyExists");
            case "module.not-known" -> new AzureError(404, 404010, "ModuleNotFound");
            case "module.exists" -> new AzureError(409, 409301, "ModuleAlreadyExistsOnDevice");
            case "method.not-online" -> new AzureError(404, 404103, "DeviceNotOnline");
            case "method.timed-out" -> new AzureError(504, 504101, "GatewayTimeout");
            case "method.bad-answer" -> new AzureError(502, 502101, "BadDeviceResponse");
            case "method.too-many" -> new AzureError(429, 429001, "ThrottlingException");
            case "job.not-known" -> new AzureError(404, 404015, "JobNotFound");
            case "query.too-large" -> new AzureError(400, 400004, "ArgumentInvalid");
            case "job.ended" -> new AzureError(409, 409007, "JobAlreadyEnded");
            case "job.exists" -> new AzureError(409, 409006, "JobAlreadyExists");
            case "job.too-many" -> new AzureError(429, 429003, "ThrottlingMaxActiveJobCountExceeded");
            case "file.too-many" -> new AzureError(403, 403006, "DeviceMaximumActiveFileUploadLimitExceeded");
            case "file.shelf-full" -> new AzureError(403, 403002, "IotHubQuotaExceeded");
            case "file.no-space" -> new AzureError(503, 503001, "ServiceUnavailable");
            case "file.failed" -> new AzureError(500, 500001, "ServerError");
            case "azure.failed", "store.failed", "store.unreadable" -> new AzureError(500, 500001, "ServerError");
            case "store.full" -> new AzureError(503, 503001, "ServiceUnavailable");
            case "azure.not-offered" -> new AzureError(501, 501001, "NotImplemented");
            default -> byEnding(code);
        };
    }

    private static AzureError byEnding(String code) {
        if (code.endsWith(".edited-meanwhile")) {
            return new AzureError(412, 412001, "PreconditionFailed");
        }
        if (code.endsWith(".too-large")) {
            return new AzureError(413, 413001, "MessageTooLarge");
        }
        if (code.endsWith(".not-known")) {
            return new AzureError(404, 404000, "NotFound");
        }
        return new AzureError(400, 400004, "ArgumentInvalid");
    }
}
