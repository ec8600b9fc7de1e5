package dev.penstock.sql.dialect;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.calcite.rel.metadata.BuiltInMetadata;
import org.apache.calcite.rel.metadata.DefaultRelMetadataProvider;
import org.apache.calcite.rel.metadata.MetadataHandler;
import org.apache.calcite.rel.metadata.MetadataHandlerProvider;
import org.apache.calcite.rel.metadata.ProxyingMetadataHandlerProvider;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.jspecify.annotations.Nullable;

/**
 * What rules ask about plans, each kind of question prepared when it is first asked. Calcite's own way compiles a class
 * for each kind when a query begins, which takes longer than most queries; only a few kinds are ever asked.
 */
final class LazyMetadata implements MetadataHandlerProvider {
    private static final LazyMetadata INSTANCE = new LazyMetadata();

    private final MetadataHandlerProvider prepared =
            new ProxyingMetadataHandlerProvider(DefaultRelMetadataProvider.INSTANCE);
    private final Map<Class<?>, Object> handlers = new ConcurrentHashMap<>();
    private final Object all;

    private LazyMetadata() {
        Class<?>[] kinds = Arrays.stream(BuiltInMetadata.class.getClasses())
                .flatMap(kind -> Arrays.stream(kind.getClasses()))
                .filter(MetadataHandler.class::isAssignableFrom)
                .toArray(Class<?>[]::new);
        this.all = Proxy.newProxyInstance(LazyMetadata.class.getClassLoader(), kinds, this::answer);
    }

    /** A query of its own for each state of a plan. */
    static RelMetadataQuery query() {
        return new RelMetadataQuery(INSTANCE) {};
    }

    @Override
    public <MH extends MetadataHandler<?>> MH handler(Class<MH> kind) {
        return kind.cast(all);
    }

    @SuppressWarnings("unchecked") // kinds are handlers, see the constructor
    private @Nullable Object answer(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Object handler = handlers.computeIfAbsent(
                method.getDeclaringClass(), kind -> prepared.handler((Class<MetadataHandler<?>>) kind));
        try {
            return method.invoke(handler, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
