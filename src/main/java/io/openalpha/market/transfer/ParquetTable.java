package io.openalpha.market.transfer;

import io.openalpha.format.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** A Parquet file, read row by row; columns that are no single values are left out. */
final class ParquetTable implements TableSource {

    private final Path file;
    private final ParquetFileReader reader;
    private final MessageType schema;
    private final MessageColumnIO shape;
    private final Map<String, Integer> positions;
    private final Map<String, ZoneId> zones;
    private @Nullable RecordReader<Group> rows;
    private long left;
    private long number;
    private @Nullable Group row;

    /** @throws BarFileException if it is no Parquet */
    ParquetTable(Path file) throws IOException {
        this.file = file;
        ParquetReadOptions options = new ParquetReadOptions.Builder(new PlainParquetConfiguration())
                .withCodecFactory(new PageCodecs())
                .usePageChecksumVerification(true)
                .build();
        try {
            this.reader = ParquetFileReader.open(new LocalInputFile(file), options);
        } catch (RuntimeException | OutOfMemoryError e) {
            throw new BarFileException("%s: is not a Parquet file".formatted(file));
        }
        MessageType whole = reader.getFileMetaData().getSchema();
        this.schema = new MessageType(
                whole.getName(),
                whole.getFields().stream()
                        .filter(field -> field.isPrimitive() && !field.isRepetition(Type.Repetition.REPEATED))
                        .toList());
        reader.setRequestedSchema(schema);
        this.shape = new ColumnIOFactory().getColumnIO(schema, whole);
        List<String> names = schema.getFields().stream().map(Type::getName).toList();
        try {
            this.positions = ColumnNames.positions(names);
        } catch (IllegalArgumentException e) {
            throw new BarFileException("%s: %s".formatted(file, e.getMessage()));
        }
        this.zones =
                PandasZones.of(reader.getFileMetaData().getKeyValueMetaData().get("pandas"));
    }

    @Override
    public Set<String> columns() {
        return positions.keySet();
    }

    @Override
    public boolean next() {
        try {
            while (left == 0) {
                PageReadStore pages = reader.readNextRowGroup();
                if (pages == null) {
                    return false;
                }
                left = pages.getRowCount();
                rows = shape.getRecordReader(pages, new GroupRecordConverter(schema));
            }
            left--;
            number++;
            row = rows == null ? null : rows.read();
            return true;
        } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
            // parquet-java reports damaged bytes by exceptions of many types.
            throw new BarFileException("%s, after row %s: is damaged, or packed in a way that is not known: %s"
                    .formatted(file, number, e.getMessage()));
        }
    }

    @Override
    public @Nullable Object value(String column) {
        Integer position = positions.get(column);
        if (row == null || position == null || row.getFieldRepetitionCount(position) == 0) {
            return null;
        }
        PrimitiveType type = schema.getType(position).asPrimitiveType();
        Object value =
                switch (type.getPrimitiveTypeName()) {
                    case INT32 -> (long) row.getInteger(position, 0);
                    case INT64 -> row.getLong(position, 0);
                    case DOUBLE -> row.getDouble(position, 0);
                    // The shortest decimal that is this float is what was meant: 10.1, not 10.100000381.
                    case FLOAT -> Double.valueOf(Float.toString(row.getFloat(position, 0)));
                    case BOOLEAN -> row.getBoolean(position, 0);
                    case INT96 -> throw unreadable(column, type);
                    case BINARY, FIXED_LEN_BYTE_ARRAY -> row.getBinary(position, 0);
                };
        return meant(value, column, type);
    }

    private Object meant(Object value, String column, PrimitiveType type) {
        var meaning = type.getLogicalTypeAnnotation();
        if (value instanceof org.apache.parquet.io.api.Binary bytes) {
            return meaning instanceof DecimalLogicalTypeAnnotation decimal
                    ? new BigDecimal(new BigInteger(bytes.getBytes()), decimal.getScale())
                    : bytes.toStringUsingUTF8();
        }
        if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
            return BigDecimal.valueOf((long) value, decimal.getScale());
        }
        if (meaning instanceof DateLogicalTypeAnnotation) {
            return LocalDate.ofEpochDay((long) value);
        }
        return meaning instanceof TimestampLogicalTypeAnnotation stamp ? time((long) value, stamp, column) : value;
    }

    private Object time(long value, TimestampLogicalTypeAnnotation type, String column) {
        ChronoUnit unit =
                switch (type.getUnit()) {
                    case MILLIS -> ChronoUnit.MILLIS;
                    case MICROS -> ChronoUnit.MICROS;
                    case NANOS -> ChronoUnit.NANOS;
                };
        Instant time = Instant.EPOCH.plus(value, unit);
        if (!type.isAdjustedToUTC()) {
            return time.atOffset(ZoneOffset.UTC).toLocalDateTime();
        }
        ZoneId zone = zones.get(column);
        return zone == null ? time : time.atZone(zone);
    }

    private static IllegalArgumentException unreadable(String column, PrimitiveType type) {
        return new IllegalArgumentException(
                "column '%s' is of type %s, which is not read: write it as DATE".formatted(column, type));
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public String place() {
        return "%s, row %s".formatted(file, number);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** The time zones of columns, which pandas writes into the metadata for lack of a place in Parquet's types. */
    private record PandasZones(List<PandasColumn> columns) {

        static Map<String, ZoneId> of(@Nullable String metadata) {
            try {
                return metadata == null
                        ? Map.of()
                        : Json.LENIENT.readValue(metadata, PandasZones.class).byColumn();
            } catch (RuntimeException e) {
                // Of no use, and not needed where dates are dates.
                return Map.of();
            }
        }

        private Map<String, ZoneId> byColumn() {
            Map<String, ZoneId> zones = new HashMap<>();
            for (PandasColumn column : columns) {
                String zone =
                        column.metadata() == null ? null : column.metadata().timezone();
                if (column.fieldName() != null && zone != null) {
                    ColumnNames.positions(List.of(column.fieldName()))
                            .keySet()
                            .forEach(known -> zones.put(known, ZoneId.of(zone)));
                }
            }
            return zones;
        }
    }

    private record PandasColumn(
            @Nullable String fieldName, @Nullable PandasMetadata metadata) {}

    private record PandasMetadata(@Nullable String timezone) {}
}
