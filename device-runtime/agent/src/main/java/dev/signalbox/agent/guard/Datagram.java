// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/// Sends one datagram to a Unix socket, which Java itself cannot, by three calls of Linux's C library.
final class Datagram {
    private static final short AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int MSG_NOSIGNAL = 0x4000;
    /// `sun_path` of `struct sockaddr_un`.
    private static final int LONGEST_NAME = 108;

    private Datagram() {}

    /// @param name a path, or with `@` for its first character one of the abstract names. Throws IllegalStateException
    /// when nobody listens there, LinkageError where there is no such library.
    static void send(String name, String text) {
        try (Arena memory = Arena.ofConfined()) {
            int socket = (int) call("socket", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)
                    .invokeExact((int) AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
            try {
                send(socket, memory, bytes(name), text.getBytes(StandardCharsets.UTF_8));
            } finally {
                int _ = (int) call("close", ValueLayout.JAVA_INT).invokeExact(socket);
            }
        } catch (RuntimeException | Error told) {
            throw told;
        } catch (Throwable unforeseen) {
            throw new IllegalStateException(unforeseen);
        }
    }

    private static void send(int socket, Arena memory, byte[] name, byte[] text) throws Throwable {
        if (name.length >= LONGEST_NAME) {
            throw new IllegalStateException("The name of the socket is too long");
        }
        MemorySegment address = memory.allocate(2 + LONGEST_NAME);
        address.set(ValueLayout.JAVA_SHORT_UNALIGNED, 0, AF_UNIX);
        MemorySegment.copy(name, 0, address, ValueLayout.JAVA_BYTE, 2, name.length);
        MemorySegment content = memory.allocate(text.length);
        MemorySegment.copy(text, 0, content, ValueLayout.JAVA_BYTE, 0, text.length);
        long sent = (long)
                sendTo().invokeExact(socket, content, (long) text.length, MSG_NOSIGNAL, address, 2 + name.length);
        if (sent != text.length) {
            throw new IllegalStateException("Nobody listens at " + new String(name, StandardCharsets.UTF_8));
        }
    }

    /// An abstract name begins with a zero.
    private static byte[] bytes(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes[0] == '@') {
            bytes[0] = 0;
        }
        return bytes;
    }

    private static MethodHandle call(String function, MemoryLayout... parameters) {
        return linked(function, FunctionDescriptor.of(ValueLayout.JAVA_INT, parameters));
    }

    private static MethodHandle sendTo() {
        return linked(
                "sendto",
                FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT));
    }

    private static MethodHandle linked(String function, FunctionDescriptor shape) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().find(function).orElseThrow(() -> new UnsatisfiedLinkError(function)), shape);
    }
}
