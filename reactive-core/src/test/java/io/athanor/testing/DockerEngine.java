package io.athanor.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/**
 * Whether a Docker engine answers. Looks for its socket first, because Testcontainers takes seconds, and many lines of
 * log, to find out that there is none.
 */
final class DockerEngine {
    private static final int CONNECT_TIMEOUT_MILLIS = 500;

    private DockerEngine() {}

    static boolean answers() {
        return listens() && DockerClientFactory.instance().isDockerAvailable();
    }

    private static boolean listens() {
        String host = System.getenv("DOCKER_HOST");
        if (host != null && host.startsWith("tcp:")) {
            return listensOnTcp(URI.create(host));
        }
        return sockets(host).anyMatch(DockerEngine::listensOnSocket);
    }

    private static Stream<Path> sockets(@Nullable String host) {
        if (host != null && host.startsWith("unix:")) {
            return Stream.of(Path.of(URI.create(host).getPath()));
        }
        String runtimeDirectory = System.getenv("XDG_RUNTIME_DIR");
        return Stream.of(
                        Path.of("/var/run/docker.sock"),
                        Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"),
                        runtimeDirectory == null ? null : Path.of(runtimeDirectory, "docker.sock"))
                .filter(Objects::nonNull);
    }

    private static boolean listensOnSocket(Path socket) {
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean listensOnTcp(URI host) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host.getHost(), host.getPort()), CONNECT_TIMEOUT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
