// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.device;

import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;

/// What can go wrong with devices.
final class DeviceProblems {
    private DeviceProblems() {}

    static Problem notKnown(DeviceId id) {
        return new Problem(
                "device.not-known", "The hub does not know a device called " + id + ".", "Add it, or check its name.");
    }

    static Problem notKnown(ClientId who) {
        return who.module().isEmpty()
                ? notKnown(who.device())
                : new Problem(
                        "device.not-known",
                        "The hub does not know a module called " + who + ".",
                        "Add it to its device, or check its name.");
    }

    static Problem exists(DeviceId id) {
        return new Problem(
                "device.exists", "There is a device called " + id + " already.", "Choose another name, or use it.");
    }

    static Problem reserved(DeviceId id) {
        return new Problem("device.reserved", "No device can be called \"" + id + "\".", "Choose another name.");
    }

    static Problem badTags() {
        return new Problem(
                "device.tags-refused",
                "A device has up to 64 tags, names and values up to 256 characters long.",
                "Shorten them.");
    }

    static Problem foreignHost(String host) {
        return new Problem(
                "device.foreign-host",
                "It asks for a hub called \"" + host + "\", which is not this one.",
                "Correct HostName in its connection string.");
    }

    static Problem badSignIn() {
        return new Problem(
                "device.sign-in-malformed",
                "It signs in in a way that is not IoT Hub's: client id = device id, user name = host/device"
                        + " id/?api-version=..., password = a shared access signature.",
                "Correct its settings.");
    }

    static Problem disabled(ClientId id) {
        return new Problem(
                "device.disabled",
                id + " is disabled in the registry, or its device is.",
                "Enable it there, if it may in.");
    }

    static Problem notProven() {
        return new Problem(
                "device.wrong-key",
                "The hub knows no device with this id that proves itself like this: the signature or certificate is not"
                        + " its own, or has expired.",
                "Give it its present connection string, and check its clock; the hub's log says more.");
    }

    static Problem wrongKey(ClientId id) {
        return new Problem(
                "device.wrong-key",
                id + " shows a signature that is expired or not made with its key.",
                "Give it its present connection string, and check its clock.");
    }

    static Problem notByCertificate(ClientId who, String type) {
        return new Problem(
                "device.wrong-certificate",
                who + " shows a certificate, but its authentication type in the registry is " + type + ".",
                "Make it selfSigned with the certificate's thumbprint there, or certificateAuthority.");
    }

    static Problem wrongCertificate(ClientId who) {
        return new Problem(
                "device.wrong-certificate",
                who + " shows a certificate whose thumbprint is not the one in the registry.",
                "Enter the certificate's thumbprint there, with authentication type selfSigned.");
    }
}
