package io.openalpha.ml.learner.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.StringProvenance;
import io.openalpha.ml.learner.Samples;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.tribuo.Tribuo;

/** How a model came about, for its header and for Tribuo's own provenance. */
public final class Provenances {

    private Provenances() {}

    /**
     * Settings by their names in snake case, rows and versions of the libraries. The number of threads does not belong
     * to it: it changes nothing but the time.
     */
    public static Map<String, String> of(Record settings, Samples samples) {
        Map<String, String> provenance = new LinkedHashMap<>();
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            if (!component.getName().equals("threads")) {
                provenance.put(snakeCase(component.getName()), valueOf(component, settings));
            }
        }
        provenance.put("rows", String.valueOf(samples.size()));
        provenance.put("tribuo_version", Tribuo.VERSION);
        provenance.put("java_version", System.getProperty("java.version", "unknown"));
        return provenance;
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static String valueOf(RecordComponent component, Record settings) {
        try {
            return String.valueOf(component.getAccessor().invoke(settings));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Settings whose " + component.getName() + " is not public", e);
        }
    }

    /** The same in Tribuo's terms. */
    public static Map<String, Provenance> forTribuo(Map<String, String> provenance) {
        Map<String, Provenance> result = new LinkedHashMap<>();
        provenance.forEach((name, value) -> result.put(name, new StringProvenance(name, value)));
        return result;
    }
}
