package io.openalpha.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Damages a JSON body in one to three places, as a seed has it: values are removed, doubled, moved to extremes, given
 * another type or exchanged; text is cut, repeated and replaced; bits are flipped.
 */
public final class Mutation {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final String MARK = "\"@@\"";

    private static final List<String> PIECES = List.of(
            "null",
            "NaN",
            "-Infinity",
            "0",
            "-1",
            "1e400",
            "1e-400",
            "1e308",
            "1e-30",
            "95000000000000000",
            "9223372036854775808",
            "999999999999999999999",
            "\"\"",
            "{}",
            "[]",
            "[[",
            "}",
            ",",
            "\"",
            "\"\\u0000\"",
            "\"\\u202e\\ud800\"",
            "\uFEFF",
            "true",
            "1.5",
            "\"12\"");

    private final Random random;
    private String text;

    private Mutation(String body, long seed) {
        this.text = body;
        this.random = new Random(seed);
    }

    /** The body with its damage, which is always the same for a seed. */
    public static byte[] of(String body, long seed) {
        Mutation mutation = new Mutation(body, seed);
        for (int left = 1 + mutation.random.nextInt(3); left > 0; left--) {
            mutation.damage();
        }
        byte[] bytes = mutation.text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && mutation.random.nextInt(8) == 0) {
            bytes[mutation.random.nextInt(bytes.length)] ^= (byte) (1 << mutation.random.nextInt(8));
        }
        return bytes;
    }

    /** All numbers that a body holds, as they are written. */
    public static List<String> numbersIn(String body) {
        List<String> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(body);
        while (matcher.find()) {
            numbers.add(matcher.group());
        }
        return numbers;
    }

    private void damage() {
        JsonNode root = tree();
        if (root != null && random.nextInt(4) > 0) {
            damage(root);
        } else {
            damageText();
        }
    }

    private @Nullable JsonNode tree() {
        try {
            JsonNode root = JSON.readTree(text);
            return root.isContainer() && !root.isEmpty() ? root : null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** Damages a value below the root: deep ones and shallow ones alike, however long the arrays are. */
    private void damage(JsonNode root) {
        JsonNode parent = root;
        int index = random.nextInt(parent.size());
        JsonNode value = child(parent, index);
        while (!value.isEmpty() && random.nextInt(8) > 0) {
            parent = value;
            index = random.nextInt(parent.size());
            value = child(parent, index);
        }
        String written = value.toString();
        String other = child(parent, random.nextInt(parent.size())).toString();
        replace(parent, index);
        String replacement =
                switch (random.nextInt(6)) {
                    case 0 -> "";
                    case 1 -> doubled(parent, index, written);
                    case 2 -> value.isString() ? value.asString() : "\"" + written.replace("\"", "\\\"") + "\"";
                    case 3 -> "[" + written + "]";
                    case 4 -> other;
                    default -> PIECES.get(random.nextInt(PIECES.size()));
                };
        String marked = root.toString();
        text = replacement.isEmpty() ? without(marked) : marked.replace(MARK, replacement);
    }

    private static JsonNode child(JsonNode parent, int index) {
        return parent.values().stream().skip(index).findFirst().orElseThrow();
    }

    private static void replace(JsonNode parent, int index) {
        String mark = MARK.substring(1, MARK.length() - 1);
        if (parent instanceof ArrayNode array) {
            array.set(index, mark);
        } else if (parent instanceof ObjectNode object) {
            object.put(name(object, index), mark);
        }
    }

    private static String name(JsonNode parent, int index) {
        return parent.propertyNames().stream().skip(index).findFirst().orElseThrow();
    }

    private String doubled(JsonNode parent, int index, String written) {
        String second = random.nextBoolean() ? written : PIECES.get(random.nextInt(PIECES.size()));
        return parent.isArray()
                ? written + "," + second
                : written + ",\"" + name(parent, index).replace("\"", "\\\"") + "\":" + second;
    }

    private static String without(String marked) {
        String member = "(\"(?:[^\"\\\\]|\\\\.)*\":)?" + MARK;
        return marked.replaceFirst("," + member, "").replaceFirst(member + ",?", "");
    }

    private void damageText() {
        int start = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), start + random.nextInt(12));
        switch (random.nextInt(7)) {
            case 0 -> text = text.substring(0, start);
            case 1 -> replace(start, end, "");
            case 2 -> replace(start, start, text.substring(start, end));
            case 3 -> replace(start, start, PIECES.get(random.nextInt(PIECES.size())));
            case 4 -> replace(start, end, String.valueOf((char) random.nextInt(256)));
            default -> replaceNumber();
        }
    }

    private void replaceNumber() {
        List<String> numbers = numbersIn(text);
        if (!numbers.isEmpty()) {
            String number = numbers.get(random.nextInt(numbers.size()));
            int at = text.indexOf(number);
            replace(at, at + number.length(), PIECES.get(random.nextInt(PIECES.size())));
        }
    }

    private void replace(int start, int end, String piece) {
        text = text.substring(0, start) + piece + text.substring(end);
    }
}
