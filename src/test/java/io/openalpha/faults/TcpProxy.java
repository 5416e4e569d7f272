package io.openalpha.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** A way to a server that can be cut, at a moment of the test's choosing. */
public final class TcpProxy implements AutoCloseable {

    /** To be added to a JDBC URL, so that the driver writes every COMMIT out and does not refer to an earlier one. */
    public static final String READABLE = "?prepareThreshold=0";

    private final int targetPort;
    private final ServerSocket door;
    private final Queue<Passage> passages = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean swallowNextCommit = new AtomicBoolean();
    private volatile boolean refusing;

    private TcpProxy(int targetPort, ServerSocket door) {
        this.targetPort = targetPort;
        this.door = door;
    }

    /** A proxy on a port of its own to a server of this machine. */
    public static TcpProxy to(int targetPort) {
        try {
            TcpProxy proxy = new TcpProxy(targetPort, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            start("proxy", proxy::admit);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Cuts all connections, on both sides. */
    public void cut() {
        passages.forEach(Passage::close);
        passages.clear();
    }

    /** Cuts all connections so that only the clients notice: as when a machine loses its network. */
    public void abandon() {
        passages.forEach(passage -> {
            passage.abandoned().set(true);
            close(passage.client());
        });
    }

    /** Whether new connections are closed as soon as they are made. */
    public void refuse(boolean refuse) {
        refusing = refuse;
    }

    /** Lets the next COMMIT reach the server, and cuts its connection before the answer gets back. */
    public void swallowNextCommit() {
        swallowNextCommit.set(true);
    }

    @Override
    public void close() {
        close(door);
        cut();
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (refusing) {
                    close(client);
                } else {
                    open(client);
                }
            } catch (IOException e) {
                // Closed, or the server is away: the client finds out.
            }
        }
    }

    private void open(Socket client) throws IOException {
        try {
            Passage passage = new Passage(
                    client,
                    new Socket(InetAddress.getLoopbackAddress(), targetPort),
                    new AtomicBoolean(),
                    new AtomicBoolean());
            passages.add(passage);
            start("proxy-to-server", () -> toServer(passage));
            start("proxy-to-client", () -> toClient(passage));
        } catch (IOException e) {
            close(client);
            throw e;
        }
    }

    private void toServer(Passage passage) {
        pass(passage.client(), passage.server(), passage, bytes -> {
            if (bytes.contains("\0COMMIT\0") && swallowNextCommit.compareAndSet(true, false)) {
                passage.doomed().set(true);
            }
            return true;
        });
    }

    private void toClient(Passage passage) {
        pass(passage.server(), passage.client(), passage, bytes -> !passage.doomed()
                .get());
    }

    private static void pass(Socket from, Socket to, Passage passage, Filter filter) {
        byte[] buffer = new byte[16_384];
        try (InputStream in = from.getInputStream()) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (!filter.passes(new String(buffer, 0, length, US_ASCII))) {
                    break;
                }
                to.getOutputStream().write(buffer, 0, length);
            }
        } catch (IOException e) {
            // The other side was cut: so is this one.
        }
        if (!passage.abandoned().get()) {
            passage.close();
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Filter {
        boolean passes(String bytes);
    }

    private record Passage(Socket client, Socket server, AtomicBoolean doomed, AtomicBoolean abandoned) {

        void close() {
            TcpProxy.close(client);
            TcpProxy.close(server);
        }
    }
}
