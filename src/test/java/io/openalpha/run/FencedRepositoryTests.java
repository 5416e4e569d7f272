package io.openalpha.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.repository.JobRepository;

class FencedRepositoryTests {

    @Test
    void everyMethodOfAJobRepositoryIsWrittenOut() {
        assertThat(Arrays.stream(JobRepository.class.getMethods())
                        .filter(method -> !method.isAnnotationPresent(Deprecated.class))
                        .filter(method -> !isDeclared(method)))
                .isEmpty();
    }

    private static boolean isDeclared(Method method) {
        return Arrays.stream(FencedRepository.class.getDeclaredMethods())
                .anyMatch(own -> own.getName().equals(method.getName())
                        && List.of(own.getParameterTypes()).equals(List.of(method.getParameterTypes())));
    }
}
