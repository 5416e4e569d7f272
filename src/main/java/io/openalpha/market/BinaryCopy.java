package io.openalpha.market;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in PostgreSQL's binary COPY format, sent as they are made: no number becomes text on the way. */
public final class BinaryCopy implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int LONGEST_ROW = 1024;
    private static final int BUFFER = 64 * 1024;
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

    private final CopyIn copy;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    /** @param target table and columns, as in {@code daily_bar (symbol, date)} */
    public BinaryCopy(Connection connection, String target) throws SQLException {
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + target + " from stdin (format binary)");
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Begins a row of so many columns; each must follow. */
    public void row(int columns) throws SQLException {
        if (buffer.remaining() < LONGEST_ROW) {
            send();
        }
        buffer.putShort((short) columns);
    }

    /** A column of text in UTF-8. */
    public void text(byte[] utf8) {
        buffer.putInt(utf8.length).put(utf8);
    }

    /** Text as {@link #text} takes it. */
    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A column of type date. */
    public void date(LocalDate date) {
        buffer.putInt(4).putInt((int) (date.toEpochDay() - EPOCH_DAY));
    }

    /** A column of double precision. */
    public void number(double number) {
        buffer.putInt(8).putDouble(number);
    }

    /** A column of type bigint. */
    public void number(long number) {
        buffer.putInt(8).putLong(number);
    }

    /** A column of type boolean. */
    public void bool(boolean value) {
        buffer.putInt(1).put((byte) (value ? 1 : 0));
    }

    /** A column of type timestamptz. */
    public void time(Instant time) {
        number(ChronoUnit.MICROS.between(EPOCH, time));
    }

    /** Eight columns: date, open, high, low, close, adjusted close or null, volume, final. */
    public void bar(DailyBar bar) {
        date(bar.date());
        number(bar.open());
        number(bar.high());
        number(bar.low());
        number(bar.close());
        if (bar.isAdjusted()) {
            number(bar.adjustedClose());
        } else {
            buffer.putInt(-1);
        }
        number(bar.volume());
        bool(bar.isFinal());
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    /** Ends the copy, without which none of the rows is there, and tells how many there are. */
    public long finish() throws SQLException {
        buffer.putShort((short) -1);
        send();
        return copy.endCopy();
    }

    /** Cancels an unfinished copy. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
