package homeward.solver;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/** The functions of the C interface of HiGHS that are used here, found in a library that stays loaded. */
@SuppressWarnings("restricted") // calls a library whose hash is known
final class HighsLibrary {
  final MethodHandle create;
  final MethodHandle destroy;
  final MethodHandle version;
  final MethodHandle passMip;
  final MethodHandle run;
  final MethodHandle modelStatus;
  final MethodHandle solution;
  final MethodHandle doubleInfo;
  final MethodHandle intInfo;
  final MethodHandle costs;
  final MethodHandle columnBounds;
  final MethodHandle addRow;
  final MethodHandle boolOption;
  final MethodHandle intOption;
  final MethodHandle doubleOption;
  final MethodHandle textOption;
  final MethodHandle setSolution;
  final MethodHandle setCallback;
  final MethodHandle startCallback;
  final MethodHandle dualRay;
  private final Linker linker = Linker.nativeLinker();
  private final SymbolLookup symbols;

  HighsLibrary(Path file) {
    symbols = SymbolLookup.libraryLookup(file, Arena.global());
    create = function("create", FunctionDescriptor.of(ADDRESS));
    destroy = function("destroy", FunctionDescriptor.ofVoid(ADDRESS));
    version = function("version", FunctionDescriptor.of(ADDRESS));
    passMip = answering("passMip", ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_DOUBLE, ADDRESS, ADDRESS, ADDRESS,
        ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    run = answering("run", ADDRESS);
    modelStatus = answering("getModelStatus", ADDRESS);
    solution = answering("getSolution", ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    doubleInfo = answering("getDoubleInfoValue", ADDRESS, ADDRESS, ADDRESS);
    intInfo = answering("getIntInfoValue", ADDRESS, ADDRESS, ADDRESS);
    costs = answering("changeColsCostByRange", ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
    columnBounds = answering("changeColBounds", ADDRESS, JAVA_INT, JAVA_DOUBLE, JAVA_DOUBLE);
    addRow = answering("addRow", ADDRESS, JAVA_DOUBLE, JAVA_DOUBLE, JAVA_INT, ADDRESS, ADDRESS);
    boolOption = answering("setBoolOptionValue", ADDRESS, ADDRESS, JAVA_INT);
    intOption = answering("setIntOptionValue", ADDRESS, ADDRESS, JAVA_INT);
    doubleOption = answering("setDoubleOptionValue", ADDRESS, ADDRESS, JAVA_DOUBLE);
    textOption = answering("setStringOptionValue", ADDRESS, ADDRESS, ADDRESS);
    setSolution = answering("setSolution", ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    setCallback = answering("setCallback", ADDRESS, ADDRESS, ADDRESS);
    startCallback = answering("startCallback", ADDRESS, JAVA_INT);
    dualRay = answering("getDualRay", ADDRESS, ADDRESS, ADDRESS);
  }

  private MethodHandle answering(String name, MemoryLayout... arguments) {
    return function(name, FunctionDescriptor.of(JAVA_INT, arguments));
  }

  private MethodHandle function(String name, FunctionDescriptor shape) {
    MemorySegment address = symbols.find("Highs_" + name)
        .orElseThrow(() -> new IllegalStateException("Highs_" + name + " is not in the library whose hash is known"));
    return linker.downcallHandle(address, shape);
  }

  /** A Java method as a C function of (int, pointer, pointer, pointer, pointer). */
  MemorySegment upcall(MethodHandle method, Arena arena) {
    return linker.upcallStub(method, FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS), arena);
  }

  /** Calls a function that answers an int; what is not 0 (fine) or 1 (a warning) is a fault. */
  static int call(MethodHandle function, Object... arguments) {
    try {
      return (int) function.invokeWithArguments(arguments);
    } catch (Throwable fault) {
      throw new IllegalStateException("HiGHS could not be called", fault);
    }
  }
}
