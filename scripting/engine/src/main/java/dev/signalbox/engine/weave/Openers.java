// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

import java.util.Map;
import java.util.Set;

/// The constructors and methods of the JDK whose result holds something open or alive.
final class Openers {
    private static final Set<String> CONSTRUCTORS = Set.of(
            "java/io/FileInputStream",
            "java/io/FileOutputStream",
            "java/io/FileReader",
            "java/io/FileWriter",
            "java/io/RandomAccessFile",
            "java/io/PrintWriter",
            "java/io/PrintStream",
            "java/lang/Thread",
            "java/net/DatagramSocket",
            "java/net/MulticastSocket",
            "java/net/ServerSocket",
            "java/net/Socket",
            "java/net/URLClassLoader",
            "java/util/Formatter",
            "java/util/Scanner",
            "java/util/Timer",
            "java/util/concurrent/ForkJoinPool",
            "java/util/concurrent/ScheduledThreadPoolExecutor",
            "java/util/concurrent/ThreadPoolExecutor",
            "java/util/jar/JarFile",
            "java/util/zip/ZipFile");

    private static final Set<String> STARTS = Set.of("start", "unstarted", "factory");
    private static final Set<String> OPEN = Set.of("open");
    private static final Set<String> ACCEPTING = Set.of("open", "accept");

    private static final Map<String, Set<String>> METHODS = Map.ofEntries(
            Map.entry("java/lang/ProcessBuilder", Set.of("start")),
            Map.entry("java/lang/Runtime", Set.of("exec")),
            Map.entry("java/lang/Thread", Set.of("startVirtualThread")),
            Map.entry("java/lang/Thread$Builder", STARTS),
            Map.entry("java/lang/Thread$Builder$OfPlatform", STARTS),
            Map.entry("java/lang/Thread$Builder$OfVirtual", STARTS),
            Map.entry("java/net/ServerSocket", Set.of("accept")),
            Map.entry("java/net/URL", Set.of("openStream")),
            Map.entry("java/net/URLConnection", Set.of("getInputStream")),
            Map.entry("java/net/HttpURLConnection", Set.of("getInputStream")),
            Map.entry("java/net/http/HttpClient", Set.of("newHttpClient")),
            Map.entry("java/net/http/HttpClient$Builder", Set.of("build")),
            Map.entry("java/nio/channels/AsynchronousFileChannel", OPEN),
            Map.entry("java/nio/channels/AsynchronousServerSocketChannel", OPEN),
            Map.entry("java/nio/channels/AsynchronousSocketChannel", OPEN),
            Map.entry("java/nio/channels/DatagramChannel", OPEN),
            Map.entry("java/nio/channels/FileChannel", OPEN),
            Map.entry("java/nio/channels/Selector", OPEN),
            Map.entry("java/nio/channels/ServerSocketChannel", ACCEPTING),
            Map.entry("java/nio/channels/SocketChannel", OPEN),
            Map.entry("java/nio/file/FileSystem", Set.of("newWatchService")),
            Map.entry("java/nio/file/FileSystems", Set.of("newFileSystem")),
            Map.entry(
                    "java/nio/file/Files",
                    Set.of(
                            "newInputStream",
                            "newOutputStream",
                            "newByteChannel",
                            "newBufferedReader",
                            "newBufferedWriter",
                            "newDirectoryStream",
                            "lines",
                            "list",
                            "walk",
                            "find")),
            Map.entry("javax/net/SocketFactory", Set.of("createSocket")),
            Map.entry("javax/net/ServerSocketFactory", Set.of("createServerSocket")),
            Map.entry("javax/net/ssl/SSLSocketFactory", Set.of("createSocket")));

    private Openers() {}

    static boolean constructor(String owner) {
        return CONSTRUCTORS.contains(owner);
    }

    static boolean method(String owner, String name) {
        if (owner.equals("java/util/concurrent/Executors")) {
            return name.startsWith("new") || name.endsWith("ThreadFactory");
        }
        return METHODS.getOrDefault(owner, Set.of()).contains(name);
    }
}
