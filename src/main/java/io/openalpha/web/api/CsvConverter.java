package io.openalpha.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractGenericHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes lists of records as CSV: the columns are those of the JSON, by the same names. */
final class CsvConverter extends AbstractGenericHttpMessageConverter<List<?>> {

    static final String TYPE = "text/csv";

    private final JsonMapper json;

    CsvConverter(JsonMapper json) {
        super(MediaType.parseMediaType(TYPE));
        setDefaultCharset(UTF_8);
        this.json = json;
    }

    @Override
    public boolean canWrite(@Nullable Type type, Class<?> list, @Nullable MediaType wanted) {
        return type != null && rowType(type).isRecord() && canWrite(wanted);
    }

    @Override
    public boolean canRead(Type type, @Nullable Class<?> context, @Nullable MediaType sent) {
        return false;
    }

    @Override
    public List<?> read(Type type, @Nullable Class<?> context, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("CSV is not read here", input);
    }

    @Override
    protected List<?> readInternal(Class<? extends List<?>> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("CSV is not read here", input);
    }

    @Override
    protected void writeInternal(List<?> rows, @Nullable Type type, HttpOutputMessage output) throws IOException {
        List<String> columns = Arrays.stream(
                        rowType(type == null ? rows.getClass() : type).getRecordComponents())
                .map(CsvConverter::name)
                .toList();
        CSVPrinter csv = new CSVPrinter(new OutputStreamWriter(output.getBody(), UTF_8), CSVFormat.RFC4180);
        csv.printRecord(columns);
        for (Object row : rows) {
            JsonNode values = json.valueToTree(row);
            csv.printRecord(columns.stream()
                    .map(column -> text(values.required(column)))
                    .toList());
        }
        csv.flush();
    }

    private static Class<?> rowType(Type list) {
        return ResolvableType.forType(list).as(List.class).getGeneric(0).toClass();
    }

    private static String name(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null ? component.getName() : property.value();
    }

    private static String text(JsonNode value) {
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asString("");
    }
}
