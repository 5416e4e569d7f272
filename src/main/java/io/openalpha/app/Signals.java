package io.openalpha.app;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C and SIGTERM. The first asks for an orderly end, the second ends the process at once.
 *
 * <p>A shutdown hook would not do: by the time it runs the JVM has decided on its exit code, and a second signal is
 * ignored. The JDK's only other way is {@code sun.misc.Signal}, which the compiler does not let a release build name.
 */
final class Signals {

    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    private static final int ENDED_BY_SIGNAL = 130;

    private Signals() {}

    static void onFirst(Runnable orderlyEnd) {
        AtomicBoolean asked = new AtomicBoolean();
        Runnable reaction = () -> {
            if (asked.getAndSet(true)) {
                Runtime.getRuntime().halt(ENDED_BY_SIGNAL);
            }
            orderlyEnd.run();
        };
        handle("INT", reaction);
        handle("TERM", reaction);
    }

    private static void handle(String signal, Runnable reaction) {
        try {
            Class<?> signals = Class.forName("sun.misc.Signal");
            Class<?> handlers = Class.forName("sun.misc.SignalHandler");
            Object handler = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handlers}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            reaction.run();
                        }
                        return null;
                    });
            signals.getMethod("handle", signals, handlers)
                    .invoke(null, signals.getConstructor(String.class).newInstance(signal), handler);
        } catch (ReflectiveOperationException e) {
            LOG.debug("Signal {} cannot be handled on this runtime", signal, e);
        }
    }
}
