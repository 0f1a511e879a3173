package org.inkseal.verify;

import java.util.ArrayList;
import java.util.List;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;

/** A Merkle tree over some parts, made row by row. */
final class MerkleSample {
    private final List<List<Bytes>> rows = new ArrayList<>();

    MerkleSample(List<Bytes> parts) {
        rows.add(parts.stream().map(HashAlgorithm.SHA256::hash).toList());
        while (rows.get(rows.size() - 1).size() > 1) {
            List<Bytes> below = rows.get(rows.size() - 1);
            List<Bytes> row = new ArrayList<>();
            for (int i = 0; i < below.size(); i += 2) {
                row.add(
                        i + 1 < below.size()
                                ? HashAlgorithm.SHA256.hash(Bytes.concat(below.get(i), below.get(i + 1)))
                                : below.get(i));
            }
            rows.add(row);
        }
    }

    static DictBuilder tree(long uniqueId, long localId) {
        return Value.dict().put("uniqueId", uniqueId).put("localId", localId);
    }

    List<Bytes> row(int number) {
        return rows.get(number);
    }

    /** The box of hashes that leads from a leaf to a row. */
    byte[] box(int leaf, int depth, int padding) {
        List<Value> hashes = new ArrayList<>();
        int index = leaf;
        for (int row = 0; row < depth; row++) {
            if ((index ^ 1) < rows.get(row).size()) {
                hashes.add(Value.of(rows.get(row).get(index ^ 1)));
            }
            index >>= 1;
        }
        DictBuilder map = tree(7, 0).put("location", leaf);
        if (!hashes.isEmpty()) {
            map.put("hashes", hashes);
        }
        byte[] document = CborWriter.write(map.build()).toArray();
        return BmffPicture.provenance("merkle", BmffPicture.join(document, new byte[padding]));
    }
}
