package org.answerline.sandbox;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.PersistenceContext;
import java.io.File;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.answerline.platform.config.Settings;

/**
 * The application's own classes, put together without a server for tests that take milliseconds: fields and constructors are filled as
 * CDI would fill them, JPA works on {@link SharedDatabase}, and events reach the observers among the classes that are in use.
 *
 * <p>Nothing begins a transaction by itself: tests do, by {@link #inTransaction}.
 */
public final class Beans implements AutoCloseable {

    private final Map<Class<?>, Object> beans = new LinkedHashMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private final List<Object> events = new ArrayList<>();

    /** Opened at the first use: what needs no database starts none. */
    private EntityManager entities;

    /** Without any setting yet. */
    public Beans() {
        beans.put(Settings.class, new Settings(settings::get));
    }

    /** Uses this object wherever the type is asked for; null for what a test never reaches. */
    public <T> Beans with(Class<T> type, T bean) {
        beans.put(type, bean);
        return this;
    }

    /** Has this value of a setting. */
    public Beans setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** The one object of this type. */
    public <T> T get(Class<T> type) {
        if (beans.containsKey(type)) {
            return type.cast(beans.get(type));
        }
        Object known = implementation(type);
        return type.cast(known == null ? filled(type, created(type)) : known);
    }

    /** Uses this object wherever the type is asked for, and fills its fields. */
    public <T> T fill(Class<T> type, T bean) {
        return type.cast(filled(type, bean));
    }

    /** All events so far, in their order. */
    public List<Object> events() {
        return List.copyOf(events);
    }

    /** The events of this type so far. */
    public <T> List<T> events(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The only event of this type so far. */
    public <T> T event(Class<T> type) {
        List<Object> some = events.stream().filter(type::isInstance).toList();
        if (some.size() != 1) {
            throw new AssertionError("not one " + type.getSimpleName() + " but " + some);
        }
        return type.cast(some.get(0));
    }

    /** Does it in a transaction of its own and with entities read afresh. */
    public void inTransaction(Runnable work) {
        returned(() -> {
            work.run();
            return null;
        });
    }

    /** Does it in a transaction of its own and with entities read afresh. */
    public <T> T returned(Supplier<T> work) {
        entities().clear();
        EntityTransaction transaction = entities().getTransaction();
        transaction.begin();
        try {
            T result = work.get();
            transaction.commit();
            return result;
        } finally {
            if (transaction.isActive()) {
                transaction.rollback();
            }
            entities().clear();
        }
    }

    @Override
    public void close() {
        if (entities != null) {
            entities.close();
        }
    }

    private Object implementation(Class<?> type) {
        return type.isInterface()
                ? beans.values().stream().filter(type::isInstance).findFirst().orElse(null)
                : null;
    }

    private EntityManager entities() {
        if (entities == null) {
            entities = SharedDatabase.entityManager();
        }
        return entities;
    }

    /** The connection of the running transaction, so that JDBC and JPA see the same; else one of its own. */
    private DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                Beans.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("getConnection")
                            || !entities().getTransaction().isActive()) {
                        return method.invoke(SharedDatabase.dataSource(), arguments);
                    }
                    entities().flush();
                    return kept(entities().unwrap(Connection.class));
                });
    }

    /** The same connection, which its user does not close. */
    private static Connection kept(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Beans.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
    }

    private Object created(Class<?> type) {
        try {
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                boolean isOfDatabase =
                        Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {DataSource.class});
                if (constructor.isAnnotationPresent(Inject.class) || isOfDatabase) {
                    constructor.setAccessible(true);
                    return constructor.newInstance(Stream.of(constructor.getParameters())
                            .map(this::argument)
                            .toArray());
                }
            }
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a test has to give a " + type.getName(), e);
        }
    }

    private Object filled(Class<?> type, Object bean) {
        beans.put(type, bean);
        for (Class<?> each = bean.getClass(); each != Object.class; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (isInjected(field)) {
                    boolean isAll = field.getType() == Instance.class && !beans.containsKey(Instance.class);
                    set(field, bean, isAll ? all(field) : value(field.getType()));
                }
            }
        }
        methods(bean)
                .filter(method -> method.isAnnotationPresent(PostConstruct.class))
                .forEach(method -> call(method, bean));
        return bean;
    }

    private static boolean isInjected(Field field) {
        return field.isAnnotationPresent(Inject.class)
                || field.isAnnotationPresent(PersistenceContext.class)
                || (field.isAnnotationPresent(Resource.class) && field.getType() == DataSource.class);
    }

    /** All classes in the package of an interface that implement it, made when they are asked for; only {@code stream()} works. */
    private Object all(Field field) {
        Class<?> type = (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
        return Proxy.newProxyInstance(
                Beans.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("stream")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return neighbours(type).filter(each -> !each.isInterface()).map(this::get);
                });
    }

    private static Stream<Class<?>> neighbours(Class<?> type) {
        String classes =
                type.getProtectionDomain().getCodeSource().getLocation().getPath();
        String[] files = new File(classes, type.getPackageName().replace('.', '/'))
                .list((folder, name) -> name.endsWith(".class"));
        return Stream.of(files)
                .<Class<?>>map(file -> {
                    try {
                        return Class.forName(type.getPackageName() + "." + file.replace(".class", ""));
                    } catch (ClassNotFoundException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .filter(type::isAssignableFrom);
    }

    private Object argument(Parameter parameter) {
        return value(parameter.getType());
    }

    private Object value(Class<?> type) {
        if (type == EntityManager.class) {
            return entities();
        }
        if (type == DataSource.class) {
            return dataSource();
        }
        if (type == Event.class) {
            return new Fired<>();
        }
        return get(type);
    }

    /** Fires an event, as a class outside of these would. */
    public void fire(Object event) {
        events.add(event);
        for (Object bean : beans.values().stream().filter(Objects::nonNull).toList()) {
            methods(bean).filter(method -> observes(method, event)).forEach(method -> call(method, bean, event));
        }
    }

    private static boolean observes(Method method, Object event) {
        return method.getParameterCount() == 1
                && method.getParameters()[0].isAnnotationPresent(Observes.class)
                && method.getParameterTypes()[0].isInstance(event);
    }

    private static Stream<Method> methods(Object bean) {
        return Stream.<Class<?>>iterate(
                        bean.getClass(), type -> type != null && type != Object.class, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()));
    }

    private static void set(Field field, Object bean, Object value) {
        try {
            field.setAccessible(true);
            field.set(bean, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void call(Method method, Object bean, Object... arguments) {
        try {
            method.setAccessible(true);
            method.invoke(bean, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Events are noted and go to their observers at once, as in a transaction. */
    private final class Fired<T> implements Event<T> {

        @Override
        public void fire(T event) {
            Beans.this.fire(event);
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<T> select(Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> Event<U> select(Class<U> type, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> Event<U> select(TypeLiteral<U> type, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
