using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Copilot.Conversation.Routing;

/// <summary>
/// Keeps a trained classifier for the next start: training takes seconds, reading it back hundredths of one. The file belongs to exactly these examples, this
/// program and this width of vectors; from a damaged one nothing is taken, and it can be deleted at any time.
/// </summary>
/// <param name="folder">The folder it lies in; made when it is not there.</param>
internal sealed class LearnedFile(string folder)
{
    private const string Files = "routing-*.bin";
    private const int KeptFiles = 3;

    /// <summary>Gets the classifier of these examples from the file, or trains and keeps it.</summary>
    public LinearClassifier ClassifierOf(IReadOnlyList<RoutingExample> examples, Features features, IReadOnlyDictionary<string, IReadOnlyList<string>> groups)
    {
        var key = KeyOf(examples, groups);
        var path = Path.Combine(folder, $"routing-{Convert.ToHexStringLower(key.AsSpan(0, 8))}.bin");
        if (Read(path, key) is { } kept)
        {
            return kept;
        }

        var trained = LinearClassifier.Train(examples, features);
        Write(path, key, trained);
        return trained;
    }

    private static LinearClassifier? Read(string path, byte[] key)
    {
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            var bytes = File.ReadAllBytes(path);
            var body = bytes.AsSpan(0, Math.Max(0, bytes.Length - SHA256.HashSizeInBytes));
            if (body.Length < key.Length || !body[..key.Length].SequenceEqual(key) || !SHA256.HashData(body).AsSpan().SequenceEqual(bytes.AsSpan(body.Length)))
            {
                return null;
            }

            using var reader = new BinaryReader(new MemoryStream(bytes, key.Length, body.Length - key.Length));
            return LinearClassifier.Read(reader);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes beside the file and puts it in its place, so that a start beside this one reads the old or the new.</summary>
    private void Write(string path, byte[] key, LinearClassifier classifier)
    {
        var beside = $"{path}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(folder);
            using (var written = new MemoryStream())
            {
                using var writer = new BinaryWriter(written);
                writer.Write(key);
                classifier.Write(writer);
                writer.Flush();
                writer.Write(SHA256.HashData(written.GetBuffer().AsSpan(0, (int)written.Length)));
                writer.Flush();
                using var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write);
                file.Write(written.GetBuffer().AsSpan(0, (int)written.Length));
            }

            File.Move(beside, path, overwrite: true);
            foreach (var old in new DirectoryInfo(folder).GetFiles(Files).OrderByDescending(f => f.LastWriteTimeUtc).Skip(KeptFiles))
            {
                old.Delete();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next start trains again: slower, and no worse.
            Discard(beside);
        }
    }

    private static void Discard(string beside)
    {
        try
        {
            File.Delete(beside);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that takes no file has none to lose.
        }
    }

    private static byte[] KeyOf(IReadOnlyList<RoutingExample> examples, IReadOnlyDictionary<string, IReadOnlyList<string>> groups)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(LinearClassifier).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(BitConverter.GetBytes(Vector<float>.Count));
        foreach (var example in examples)
        {
            Add($"{example.Label}\n{example.IsNot}\n{example.Text}\n");
        }

        foreach (var (word, of) in groups.OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Add($"{word}\n{string.Join('\t', of)}\n");
        }

        return hash.GetHashAndReset();

        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text));
    }
}
