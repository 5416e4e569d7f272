package io.openalpha.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Writes model cards as Markdown or plain text. */
final class CardConverter extends AbstractHttpMessageConverter<Card> {

    CardConverter() {
        super(UTF_8, MediaType.TEXT_MARKDOWN, MediaType.TEXT_PLAIN);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Card.class;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Card readInternal(Class<? extends Card> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("model cards are not read here", input);
    }

    @Override
    protected void writeInternal(Card card, HttpOutputMessage output) throws IOException {
        boolean plain =
                MediaType.TEXT_PLAIN.equalsTypeAndSubtype(output.getHeaders().getContentType());
        output.getBody().write((plain ? card.card().text() : card.card().markdown()).getBytes(UTF_8));
    }
}
