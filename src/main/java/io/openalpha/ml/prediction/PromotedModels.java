package io.openalpha.ml.prediction;

import static java.util.Objects.requireNonNull;

import io.openalpha.ml.model.ModelRegistry;
import io.openalpha.ml.model.VersionName;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The version of each algorithm that serves, in memory. They are loaded at the start, and within seconds of a promotion
 * or a rollback. One takes the other's place in one step; a version that cannot be loaded leaves the one before it in
 * its place.
 */
public final class PromotedModels extends BackgroundRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(PromotedModels.class);
    private static final Duration DEBOUNCE = Duration.ofMillis(50);

    private final ModelRegistry registry;
    private final ModelLoader loader;
    private final LatestForecasts board;
    private final ObjectProvider<ModelEvents> listeners;
    private final DataSource connections;
    private final Duration poll;

    private final Map<String, LoadedModel> serving = new TreeMap<>();
    private final LoadFailures loadFailures;
    private volatile List<ModelProblem> problems = List.of();
    private @Nullable RegistryListener registryListener;

    PromotedModels(
            ModelRegistry registry,
            ModelLoader loader,
            LatestForecasts board,
            ObjectProvider<ModelEvents> listeners,
            DataSource connections,
            Duration poll,
            Clock clock) {
        super("promoted-models", DEBOUNCE);
        this.registry = registry;
        this.loader = loader;
        this.board = board;
        this.listeners = listeners;
        this.connections = connections;
        this.poll = poll;
        this.loadFailures = new LoadFailures(clock);
    }

    /** The models that answer, by the names of their algorithms. */
    public List<ServingModel> models() {
        return board.forecasts().models();
    }

    /** The versions that are to serve and do not, empty if all is well. */
    public List<ModelProblem> problems() {
        return problems;
    }

    @Override
    void begin() {
        refresh(true);
        registryListener = new RegistryListener(connections);
    }

    @Override
    void round() throws InterruptedException {
        refresh(requireNonNull(registryListener).await(poll));
    }

    @Override
    void end() {
        requireNonNull(registryListener).close();
    }

    /**
     * Looks which versions are to serve, and loads those that are new.
     *
     * @param eager whether to try again at once what could not be loaded
     */
    private void refresh(boolean eager) {
        List<VersionName> promoted = registry.serving();
        loadFailures.keep(promoted);
        boolean changed = serving.keySet()
                .retainAll(promoted.stream().map(VersionName::algorithm).toList());
        List<Consumer<ModelEvents>> news = new ArrayList<>();
        for (VersionName name : promoted) {
            if (!serves(name) && (eager || loadFailures.worthATry(name))) {
                changed |= load(name, news);
            }
        }
        problems = loadFailures.list();
        if (changed) {
            board.show(List.copyOf(serving.values()));
        }
        news.forEach(event -> listeners.orderedStream().forEach(event));
    }

    private boolean serves(VersionName name) {
        LoadedModel model = serving.get(name.algorithm());
        return model != null && model.about().version().equals(name);
    }

    private boolean load(VersionName name, List<Consumer<ModelEvents>> news) {
        try {
            serving.put(name.algorithm(), loader.load(name));
            loadFailures.forget(name);
            LOG.info("{} serves", name);
            news.add(listener -> listener.serving(name));
            return true;
        } catch (DataAccessException | TransactionException e) {
            throw e; // says nothing of the model
        } catch (IOException | RuntimeException e) {
            refuse(name, String.valueOf(e.getMessage()), news);
            return false;
        }
    }

    private void refuse(VersionName name, String problem, List<Consumer<ModelEvents>> news) {
        if (loadFailures.note(name, problem)) {
            LoadedModel before = serving.get(name.algorithm());
            String instead = before == null
                    ? "nothing serves in its place"
                    : before.about().version() + " goes on serving";
            LOG.warn("{} is to serve and does not load, so {}: {}", name, instead, problem);
            news.add(listener -> listener.refused(name, problem));
        }
    }
}
