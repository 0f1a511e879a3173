package org.inkseal.cbor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.inkseal.io.Bytes;

/** Values of every kind. */
final class RandomValues {
    private final Random random;

    RandomValues(Random random) {
        this.random = random;
    }

    Value next(int depth) {
        return switch (random.nextInt(depth > 0 ? 12 : 8)) {
            case 0 -> new Value.Int(new BigInteger(random.nextInt(65), random));
            case 1 -> new Value.Int(new BigInteger(random.nextInt(65), random).not());
            case 2 -> new Value.Real(real());
            case 3 -> text();
            case 4 -> binary();
            case 5 -> Value.of(random.nextBoolean());
            case 6 -> random.nextBoolean() ? Value.NULL : Value.UNDEFINED;
            case 7 -> new Value.Simple(random.nextBoolean() ? random.nextInt(20) : 32 + random.nextInt(224));
            case 8 -> new Value.Tagged(random.nextLong() >>> random.nextInt(64), next(depth - 1));
            case 9, 10 -> array(depth);
            default -> dict(depth);
        };
    }

    private double real() {
        return switch (random.nextInt(4)) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> Float.intBitsToFloat(random.nextInt());
            case 2 -> (random.nextInt(4096) - 2048) * Math.pow(2, random.nextInt(40) - 25);
            default -> random.nextGaussian();
        };
    }

    private Value array(int depth) {
        List<Value> items = new ArrayList<>();
        for (int i = random.nextInt(30); i > 0; i--) {
            items.add(next(depth - 1));
        }
        return Value.of(items);
    }

    private Value dict(int depth) {
        DictBuilder dict = Value.dict();
        for (int i = random.nextInt(30); i > 0; i--) {
            Value key = switch (random.nextInt(3)) {
                case 0 -> Value.of(random.nextLong() >> random.nextInt(64));
                case 1 -> text();
                default -> binary();
            };
            dict.put(key, next(depth - 1));
        }
        return dict.build();
    }

    private Value text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            int point = random.nextInt(0x110000) >> random.nextInt(21);
            text.appendCodePoint(Character.getType(point) == Character.SURROGATE ? 'x' : point);
        }
        return Value.of(text.toString());
    }

    private Value binary() {
        byte[] bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        return Value.of(Bytes.wrap(bytes));
    }
}
