package org.inkseal.fuzz;

/** Measures how the cost of inputs grows. */
public final class GrowthRun {
    private GrowthRun() {}

    /** Prints a line for each parser. */
    public static void main(String[] arguments) throws Exception {
        Growth.print();
    }
}
