// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.azure;

import dev.signalbox.protocol.report.Problem;

/// How Azure's storage calls what went wrong.
record BlobError(int status, String name, String sentence) {
    static BlobError of(Problem problem) {
        String sentence = problem.what() + " " + problem.remedy();
        return switch (problem.code()) {
            case "blob.foreign-token" -> new BlobError(403, "AuthenticationFailed", sentence);
            case "blob.exists" -> new BlobError(409, "BlobAlreadyExists", sentence);
            case "blob.length-missing" -> new BlobError(411, "MissingContentLengthHeader", sentence);
            case "file.not-known", "upload.not-known" -> new BlobError(404, "BlobNotFound", sentence);
            case "file.blocks-refused" -> new BlobError(400, "InvalidBlockList", sentence);
            case "file.too-large", "azure.too-large" -> new BlobError(413, "RequestBodyTooLarge", sentence);
            case "file.no-space" -> new BlobError(503, "ServerBusy", sentence);
            case "azure.not-offered" -> new BlobError(400, "UnsupportedHeader", sentence);
            default -> new BlobError(500, "InternalError", sentence);
        };
    }

    String xml() {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>" + name + "</Code><Message>" + escaped(sentence)
                + "</Message></Error>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
