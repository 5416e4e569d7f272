package io.openalpha.web.security;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Collections that forget what was used longest ago; safe for use by many threads. */
final class Recent {

    private Recent() {}

    static <K, V> Map<K, V> map(int capacity) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > capacity;
            }
        });
    }

    static <E> Set<E> set(int capacity) {
        return Collections.newSetFromMap(map(capacity));
    }
}
