package io.openalpha.market.transfer;

import blue.strategic.parquet.ParquetWriter;
import blue.strategic.parquet.ValueWriter;
import io.openalpha.market.DailyBar;
import io.openalpha.market.StoredBar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** Writes bars as Parquet: dates as DATE, prices as DOUBLE, volumes as INT64. */
final class ParquetSink implements BarSink {

    private static final MessageType SCHEMA = Types.buildMessage()
            .required(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named("symbol")
            .required(PrimitiveTypeName.INT32)
            .as(LogicalTypeAnnotation.dateType())
            .named("date")
            .required(PrimitiveTypeName.DOUBLE)
            .named("open")
            .required(PrimitiveTypeName.DOUBLE)
            .named("high")
            .required(PrimitiveTypeName.DOUBLE)
            .named("low")
            .required(PrimitiveTypeName.DOUBLE)
            .named("close")
            .optional(PrimitiveTypeName.DOUBLE)
            .named("adjusted_close")
            .required(PrimitiveTypeName.INT64)
            .named("volume")
            .required(PrimitiveTypeName.BOOLEAN)
            .named("final")
            .required(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named("source")
            .named("daily_bar");

    private final ParquetWriter<StoredBar> writer;

    ParquetSink(Path path) throws IOException {
        Files.deleteIfExists(path);
        this.writer = ParquetWriter.writeFile(SCHEMA, path.toFile(), ParquetSink::write);
    }

    private static void write(StoredBar row, ValueWriter values) {
        DailyBar bar = row.bar();
        values.write("symbol", row.symbol().name());
        values.write("date", (int) bar.date().toEpochDay());
        values.write("open", bar.open());
        values.write("high", bar.high());
        values.write("low", bar.low());
        values.write("close", bar.close());
        if (bar.isAdjusted()) {
            values.write("adjusted_close", bar.adjustedClose());
        }
        values.write("volume", bar.volume());
        values.write("final", bar.isFinal());
        values.write("source", row.source());
    }

    @Override
    public void write(StoredBar row) throws IOException {
        writer.write(row);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
