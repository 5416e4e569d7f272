package io.openalpha.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A job repository in which a run can write only while it holds its lock. Every step saves its state there inside the
 * transaction of each chunk, so this is what keeps a run that lost its lock from committing a chunk too.
 */
final class FencedRepository {

    private final JobRepository repository;
    private final TransactionOperations transaction;
    private final RunLock lock;

    private FencedRepository(JobRepository repository, TransactionOperations transaction, RunLock lock) {
        this.repository = repository;
        this.transaction = transaction;
        this.lock = lock;
    }

    static JobRepository of(JobRepository repository, TransactionOperations transaction, RunLock lock) {
        FencedRepository fenced = new FencedRepository(repository, transaction, lock);
        return (JobRepository) Proxy.newProxyInstance(
                FencedRepository.class.getClassLoader(),
                new Class<?>[] {JobRepository.class},
                (proxy, method, arguments) -> fenced.call(method, arguments));
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().startsWith("update")) {
            transaction.executeWithoutResult(status -> {
                lock.fence();
                update(method, arguments);
            });
            return null;
        }
        if (method.getName().startsWith("create")) {
            // Spring Batch insists on a transaction of its own here.
            lock.fence();
        }
        return passOn(method, arguments);
    }

    private @Nullable Object passOn(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(repository, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    /** These declare no exceptions and return nothing. */
    private void update(Method method, Object @Nullable [] arguments) {
        try {
            passOn(method, arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
