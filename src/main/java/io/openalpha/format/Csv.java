package io.openalpha.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.JsonNode;

/** CSV by RFC 4180: a header, then one line a row, with quotation marks where a value needs them. */
public final class Csv {

    private Csv() {}

    /** Writes the header of a file, whose lines end as on Unix; the caller prints the lines and closes it. */
    public static CSVPrinter begin(Appendable file, List<String> columns) throws IOException {
        return begin(
                file,
                columns,
                CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
    }

    private static CSVPrinter begin(Appendable out, List<String> columns, CSVFormat format) throws IOException {
        CSVPrinter lines = new CSVPrinter(out, format);
        lines.printRecord(columns);
        return lines;
    }

    /**
     * Writes records, one a line, which ends with CR LF as in an answer over HTTP. The columns are the properties that
     * {@link Json} gives a record: its components, and methods with {@link JsonProperty}. Null is an empty value, and a
     * list or an object is written as JSON.
     */
    public static void write(Class<?> type, List<?> rows, Appendable out) throws IOException {
        List<String> columns = columns(type);
        CSVPrinter lines = begin(out, columns, CSVFormat.RFC4180);
        for (Object row : rows) {
            JsonNode values = Json.MAPPER.valueToTree(row);
            lines.printRecord(
                    columns.stream().map(column -> text(values.get(column))).toList());
        }
    }

    private static List<String> columns(Class<?> type) {
        Stream<Method> components = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getAccessor);
        Stream<Method> derived = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonProperty.class))
                .sorted(Comparator.comparing(Method::getName));
        return Stream.concat(components, derived).distinct().map(Csv::name).toList();
    }

    private static String name(Method method) {
        JsonProperty property = method.getAnnotation(JsonProperty.class);
        return property == null
                ? method.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT)
                : property.value();
    }

    private static String text(JsonNode value) {
        if (value.isContainer()) {
            return Json.MAPPER.writeValueAsString(value);
        }
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asString("");
    }
}
