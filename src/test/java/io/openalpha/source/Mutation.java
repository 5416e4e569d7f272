package io.openalpha.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Damages a body in one to four places, as a seed has it: either anywhere, or so that it stays JSON, with values of
 * other types and sizes, and members that are missing or there twice.
 */
public final class Mutation {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final List<String> PIECES = List.of(
            "null",
            "NaN",
            "-Infinity",
            "0",
            "-1",
            "1e400",
            "1e-400",
            "999999999999999999999",
            "\"\"",
            "{}",
            "[]",
            "[[",
            "}",
            ",",
            "\"",
            "\\u0000",
            "\uFEFF",
            "true",
            "1.5",
            "\"12\"");

    private static final List<String> VALUES = List.of(
            "null",
            "0",
            "-1",
            "1.5",
            "1e308",
            "-1e308",
            "5e-324",
            "99999999999999999",
            "18446744073709551615",
            "\"12\"",
            "\"\\u0000\"",
            "true",
            "{}",
            "[]",
            "[1]");
    private static final Pattern NAME = Pattern.compile("\"\\w+\":");

    private final Random random;
    private String text;

    private Mutation(String body, long seed) {
        this.text = body;
        this.random = new Random(seed);
    }

    public static byte[] of(String body, long seed) {
        Mutation mutation = new Mutation(body, seed);
        for (int left = 1 + mutation.random.nextInt(4); left > 0; left--) {
            mutation.damage();
        }
        return mutation.text.getBytes(StandardCharsets.UTF_8);
    }

    /** Damages the values and names of a body and leaves it JSON. */
    public static byte[] ofMembers(String body, long seed) {
        Mutation mutation = new Mutation(body, seed);
        for (int left = 1 + mutation.random.nextInt(4); left > 0; left--) {
            mutation.damageMembers();
        }
        return mutation.text.getBytes(StandardCharsets.UTF_8);
    }

    private void damageMembers() {
        List<MatchResult> names = NAME.matcher(text).results().toList();
        MatchResult name = names.get(random.nextInt(names.size()));
        String value = VALUES.get(random.nextInt(VALUES.size()));
        switch (random.nextInt(5)) {
            case 0 -> replace(name.start(), name.end(), "\"gone\":");
            case 1 -> replace(name.start(), name.start(), name.group() + value + ",");
            default -> {
                List<MatchResult> numbers = NUMBER.matcher(text).results().toList();
                MatchResult number = numbers.get(random.nextInt(numbers.size()));
                replace(number.start(), number.end(), value);
            }
        }
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
