package io.openalpha.market.transfer;

import blue.strategic.parquet.ParquetWriter;
import blue.strategic.parquet.ValueWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** Writes Parquet: dates as DATE, prices as DOUBLE, volumes as INT64, times as TIMESTAMP in microseconds, in UTC. */
final class ParquetSink implements TableSink {

    private final List<FileColumn> columns;
    private final ParquetWriter<@Nullable Object[]> writer;

    ParquetSink(Path path, String name, List<FileColumn> columns) throws IOException {
        this.columns = columns;
        this.writer = ParquetWriter.writeFile(schema(name, columns), path.toFile(), this::write);
    }

    private static MessageType schema(String name, List<FileColumn> columns) {
        return new MessageType(
                name, columns.stream().map(ParquetSink::field).toArray(org.apache.parquet.schema.Type[]::new));
    }

    private static PrimitiveType field(FileColumn column) {
        Repetition repetition = column.optional() ? Repetition.OPTIONAL : Repetition.REQUIRED;
        return switch (column.type()) {
            case TEXT ->
                Types.primitive(PrimitiveTypeName.BINARY, repetition)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case DATE ->
                Types.primitive(PrimitiveTypeName.INT32, repetition)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(column.name());
            case NUMBER -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(column.name());
            case COUNT -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(column.name());
            case FLAG -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(column.name());
            case TIME ->
                Types.primitive(PrimitiveTypeName.INT64, repetition)
                        .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
                        .named(column.name());
        };
    }

    private void write(@Nullable Object[] row, ValueWriter values) {
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            if (value != null) {
                values.write(columns.get(i).name(), stored(value));
            }
        }
    }

    private static Object stored(Object value) {
        if (value instanceof LocalDate date) {
            return (int) date.toEpochDay();
        }
        return value instanceof Instant time ? ChronoUnit.MICROS.between(Instant.EPOCH, time) : value;
    }

    @Override
    public void write(@Nullable Object... values) throws IOException {
        writer.write(values);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
