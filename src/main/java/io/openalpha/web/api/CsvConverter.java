package io.openalpha.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.openalpha.format.Csv;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractGenericHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Writes lists of records as CSV: the columns are those of the JSON, by the same names. */
final class CsvConverter extends AbstractGenericHttpMessageConverter<List<?>> {

    static final String TYPE = "text/csv";

    CsvConverter() {
        super(MediaType.parseMediaType(TYPE));
        setDefaultCharset(UTF_8);
    }

    @Override
    public boolean canWrite(@Nullable Type type, Class<?> list, @Nullable MediaType accepted) {
        return type != null && rowType(type).isRecord() && canWrite(accepted);
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
        Writer text = new OutputStreamWriter(output.getBody(), UTF_8);
        Csv.write(rowType(type == null ? rows.getClass() : type), rows, text);
        text.flush();
    }

    private static Class<?> rowType(Type list) {
        return ResolvableType.forType(list).as(List.class).getGeneric(0).toClass();
    }
}
