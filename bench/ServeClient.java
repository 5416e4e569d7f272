import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests over connections that stay open, as fast as they are answered or at a rate, and prints requests a second, quantiles
 * of the time to the last byte, and errors: whatever is not answered with 200. On plain sockets, since it shares the cores with
 * the service. At a rate, the time counts from when a request was due, so that a service that stalls cannot hide it.
 *
 * <p>Arguments: name, host, port, value of Authorization, seconds, connections, requests a second (0 for no limit), method, path, body,
 * symbols that take the place of {@code %s} in the path in turn.
 */
final class ServeClient {

    private final String[] arguments;
    private final long begin = System.nanoTime();
    private final long end;
    private final double perSecond;
    private final AtomicLong sent = new AtomicLong();

    private ServeClient(String[] arguments) {
        this.arguments = arguments;
        this.end = begin + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[4]));
        this.perSecond = Double.parseDouble(arguments[6]);
    }

    public static void main(String[] arguments) throws Exception {
        new ServeClient(arguments).run();
    }

    private void run() throws Exception {
        int connections = Integer.parseInt(arguments[5]);
        List<byte[]> requests = requests();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        List<Future<Connection>> all = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Connection connection = new Connection(requests);
            all.add(threads.submit(() -> connection.work()));
        }
        long errors = 0;
        List<long[]> times = new ArrayList<>();
        for (Future<Connection> each : all) {
            Connection connection = each.get();
            errors += connection.errors;
            times.add(Arrays.copyOf(connection.times, connection.count));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        threads.shutdown();
        long[] sorted = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%1$s_rps=%2$.0f %1$s_p50_ms=%3$.2f %1$s_p99_ms=%4$.2f %1$s_max_ms=%5$.1f %1$s_errors=%6$d%n",
                arguments[0],
                sorted.length / seconds,
                quantile(sorted, 0.5),
                quantile(sorted, 0.99),
                quantile(sorted, 1),
                errors);
    }

    private static double quantile(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }

    private List<byte[]> requests() {
        List<byte[]> requests = new ArrayList<>();
        for (String symbol : arguments[10].split(",")) {
            requests.add("%s %s HTTP/1.1\r\nHost: %s:%s\r\nAuthorization: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                    .formatted(
                            arguments[7],
                            arguments[8].formatted(symbol),
                            arguments[1],
                            arguments[2],
                            arguments[3],
                            arguments[9].length(),
                            arguments[9])
                    .getBytes(US_ASCII));
        }
        return requests;
    }

    private final class Connection {

        private final List<byte[]> requests;
        private long[] times = new long[1 << 12];
        private int count;
        private long errors;
        private boolean closing;

        Connection(List<byte[]> requests) {
            this.requests = requests;
        }

        Connection work() {
            while (System.nanoTime() < end) {
                try (Socket socket = new Socket(arguments[1], Integer.parseInt(arguments[2]))) {
                    socket.setTcpNoDelay(true);
                    converse(new BufferedInputStream(socket.getInputStream(), 1 << 16), socket.getOutputStream());
                } catch (IOException e) {
                    errors++;
                }
            }
            return this;
        }

        private void converse(InputStream in, OutputStream out) throws IOException {
            while (true) {
                long number = sent.getAndIncrement();
                long due = perSecond > 0 ? begin + (long) (number * 1e9 / perSecond) : System.nanoTime();
                if (due >= end) {
                    return;
                }
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                out.write(requests.get((int) (number % requests.size())));
                int status = readAnswer(in);
                note(System.nanoTime() - due);
                if (status != 200) {
                    errors++;
                }
                if (closing) {
                    return;
                }
            }
        }

        private void note(long nanos) {
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
            }
            times[count++] = nanos;
        }

        private int readAnswer(InputStream in) throws IOException {
            int status = Integer.parseInt(line(in).split(" ")[1]);
            long length = -1;
            closing = false;
            for (String header = line(in); !header.isEmpty(); header = line(in)) {
                if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Long.parseLong(header.substring(15).strip());
                }
                closing |= header.equalsIgnoreCase("connection: close");
            }
            if (length >= 0) {
                in.skipNBytes(length);
                return status;
            }
            for (int chunk = chunk(in); chunk > 0; chunk = chunk(in)) {
                in.skipNBytes(chunk + 2L);
            }
            line(in);
            return status;
        }

        private int chunk(InputStream in) throws IOException {
            return Integer.parseInt(line(in).strip(), 16);
        }

        private String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new EOFException("the service closed the connection");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }
    }
}
