package io.openalpha.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Template {@code NOTES.txt}, and passwords that are made up, which nothing but an installation does. */
class NotesTests {

    @Test
    void tellWhatToDoNext() {
        assertThat(Chart.notes())
                .contains("helm test oa -n market")
                .contains("--from=cronjob/oa-openalpha-backfill")
                .contains("kubectl port-forward -n market service/oa-openalpha-serve 8080:80")
                .contains("kubectl get secret -n market oa-openalpha-admin")
                .contains("PostgreSQL for trying out")
                .contains("Nobody is told when something fails");
    }

    @Test
    void tellThatAVolumeOfOneNodeTakesTheServiceAwayAtEachUpgrade() {
        assertThat(Chart.notes()).contains("upgrade with --atomic");
        assertThat(Chart.notes("models.persistence.accessMode=ReadWriteMany")).doesNotContain("--atomic");
        assertThat(Chart.notes("models.s3.bucket=b")).doesNotContain("--atomic");
    }

    @Test
    void tellTheAddressOfAnIngress() {
        assertThat(Chart.notes("ingress.enabled=true", "ingress.hosts[0]=a.example", "ingress.tlsSecret=tls"))
                .contains("https://a.example")
                .doesNotContain("port-forward");
    }
}
