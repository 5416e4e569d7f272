package io.openalpha.ops.metrics;

import io.openalpha.web.AdminService;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Prometheus gets of a service. */
record Scrape(String text) {

    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (openalpha_\\w+) (\\w+)$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

    static Scrape of(AdminService service) {
        return new Scrape(request(service, "viewer").body());
    }

    static HttpResponse<String> request(AdminService service, String user) {
        return service.send(AdminService.as(user, HttpRequest.newBuilder(service.management("/actuator/prometheus"))));
    }

    /** Type and names of labels of each metric of OpenAlpha. */
    Map<String, String> metrics() {
        Map<String, String> metrics = new TreeMap<>();
        TYPE.matcher(text)
                .results()
                .forEach(found -> metrics.put(found.group(1), found.group(2) + " " + labels(found.group(1))));
        return metrics;
    }

    private Set<String> labels(String metric) {
        Set<String> labels = new TreeSet<>();
        for (String sample : samples(metric)) {
            Matcher label = LABEL.matcher(sample.substring(0, sample.lastIndexOf(' ')));
            while (label.find()) {
                labels.add(label.group(1));
            }
        }
        labels.remove("le");
        return labels;
    }

    private List<String> samples(String metric) {
        Pattern sample = Pattern.compile(metric + "(_bucket|_sum|_count)?[ {].*");
        return text.lines().filter(line -> sample.matcher(line).matches()).toList();
    }

    /** The value of a sample, with its labels as they are written. */
    double value(String sample) {
        return text.lines()
                .filter(line -> line.startsWith(sample + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sample " + sample + " in\n" + text));
    }
}
