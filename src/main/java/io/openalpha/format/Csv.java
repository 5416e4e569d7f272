package io.openalpha.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.JsonNode;

/** CSV by RFC 4180: a header, lines that end with CR LF, quotation marks where a value needs them. */
public final class Csv {

    private Csv() {}

    /** Writes the header; the caller prints the lines. */
    public static CSVPrinter begin(Appendable out, List<String> columns) throws IOException {
        CSVPrinter lines = new CSVPrinter(out, CSVFormat.RFC4180);
        lines.printRecord(columns);
        return lines;
    }

    /**
     * Writes records, one a line. The columns have the names that {@link Json} gives the components; null is an empty value,
     * and a list or an object is written as JSON.
     */
    public static void write(Class<?> type, List<?> rows, Appendable out) throws IOException {
        List<String> columns =
                Arrays.stream(type.getRecordComponents()).map(Csv::name).toList();
        CSVPrinter lines = begin(out, columns);
        for (Object row : rows) {
            JsonNode values = Json.MAPPER.valueToTree(row);
            lines.printRecord(
                    columns.stream().map(column -> text(values.get(column))).toList());
        }
    }

    private static String name(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null
                ? component.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT)
                : property.value();
    }

    private static String text(JsonNode value) {
        if (value.isContainer()) {
            return Json.MAPPER.writeValueAsString(value);
        }
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asString("");
    }
}
