package io.openalpha;

public final class OpenAlpha {
    private OpenAlpha() {}

    public static void main(String[] a) {}
}
