using System.IO.MemoryMappedFiles;
using System.Numerics.Tensors;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>
/// A fixed number of vectors in a file that is mapped into memory: the system keeps of it what it has room for. The file has no name once it is open, so
/// nothing is left behind however the process ends. Filled from the front by one writer; what was filled never changes.
/// </summary>
internal sealed class VectorSegment : IDisposable
{
    private readonly int _dimension;
    private readonly int _codes;
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly long[] _keys;
    private readonly (float Scale, float Length, float Lost)[] _measures;

    /// <summary>Makes an empty segment.</summary>
    /// <param name="folder">Where the file is made; it needs no room there until it is filled.</param>
    /// <param name="capacity">How many vectors it takes.</param>
    /// <param name="dimension">How many numbers a vector has.</param>
    public VectorSegment(string folder, int capacity, int dimension)
    {
        Capacity = capacity;
        _dimension = dimension;
        _codes = VectorCode.LengthOf(dimension);
        _keys = new long[capacity];
        _measures = new (float, float, float)[capacity];
        var size = (long)capacity * (_codes + (dimension * sizeof(float)));
        var path = Path.Combine(folder, $".vectors-{Guid.NewGuid():N}");
        var stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            File.Delete(path);
            stream.SetLength(size);
            _file = MemoryMappedFile.CreateFromFile(stream, null, size, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false);
        }
        catch
        {
            stream.Dispose();
            throw;
        }

        _view = _file.CreateViewAccessor(0, size);
    }

    /// <summary>Gets how many vectors it takes.</summary>
    public int Capacity { get; }

    /// <summary>Fills the next place.</summary>
    public void Put(int place, long key, ReadOnlySpan<float> vector)
    {
        using var open = new Opened(this);
        vector.CopyTo(open.Vector(place));
        var (scale, lost) = VectorCode.Write(vector, open.Codes(place));
        _keys[place] = key;
        _measures[place] = (scale, TensorPrimitives.Norm(vector), lost);
    }

    /// <summary>Opens the memory; it stays while the result is not disposed, whatever happens to the segment.</summary>
    public Opened Open() => new(this);

    /// <inheritdoc/>
    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }

    /// <summary>A segment's memory while it is read.</summary>
    internal readonly unsafe ref struct Opened : IDisposable
    {
        private readonly VectorSegment _segment;
        private readonly byte* _memory;

        /// <summary>Opens it.</summary>
        /// <exception cref="ObjectDisposedException">The segment is no longer in use.</exception>
        public Opened(VectorSegment segment)
        {
            _segment = segment;
            byte* memory = null;
            segment._view.SafeMemoryMappedViewHandle.AcquirePointer(ref memory);
            _memory = memory + segment._view.PointerOffset;
        }

        /// <summary>Gets the keys of the chunks.</summary>
        public ReadOnlySpan<long> Keys => _segment._keys;

        /// <summary>Gets what a code stands for, the vector's length, and the length of what was rounded away.</summary>
        public ReadOnlySpan<(float Scale, float Length, float Lost)> Measures => _segment._measures;

        /// <summary>Gets the codes of a vector; they lie together, so that going through them reads nothing else.</summary>
        public Span<sbyte> Codes(int place) => new(_memory + ((long)place * _segment._codes), _segment._codes);

        /// <summary>Gets the vector itself.</summary>
        public Span<float> Vector(int place)
            => new(_memory + ((long)_segment.Capacity * _segment._codes) + ((long)place * _segment._dimension * sizeof(float)), _segment._dimension);

        /// <inheritdoc/>
        public void Dispose() => _segment._view.SafeMemoryMappedViewHandle.ReleasePointer();
    }
}
