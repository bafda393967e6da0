package homeward.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;

/**
 * The constructor and the accessors of one record. Records of our own module and of the class path are reached
 * whatever their visibility; another named module has to export public ones or open its package to us.
 */
record RecordHandles(MethodHandle constructor, List<MethodHandle> accessors) {
  static RecordHandles of(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] parameters = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(parameters);
      reach(constructor, type);
      MethodHandle construct =
          MethodHandles.lookup()
              .unreflectConstructor(constructor)
              .asSpreader(Object[].class, parameters.length)
              .asType(MethodType.methodType(Object.class, Object[].class));
      return new RecordHandles(construct, Arrays.stream(components).map(c -> accessor(c.getAccessor(), type)).toList());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("No way to construct " + type, e);
    }
  }

  private static MethodHandle accessor(Method method, Class<?> type) {
    try {
      reach(method, type);
      return MethodHandles.lookup().unreflect(method).asType(MethodType.methodType(Object.class, Object.class));
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException("No way to read " + method, e);
    }
  }

  private static void reach(AccessibleObject member, Class<?> type) {
    try {
      member.setAccessible(true);
    } catch (InaccessibleObjectException e) {
      throw new IllegalArgumentException(
          type + " cannot be reached: make it public in an exported package, or open its package to homeward.protocol",
          e);
    }
  }

  Object get(int component, Object value) {
    try {
      return (Object) accessors.get(component).invokeExact(value);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the constructor finds wrong with the values is the fault of whoever wrote them. */
  Object construct(Object[] values) throws Malformed {
    try {
      return (Object) constructor.invokeExact(values);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new Malformed("", String.valueOf(e.getMessage()));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
