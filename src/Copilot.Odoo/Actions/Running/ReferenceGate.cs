namespace Copilot.Odoo.Actions.Running;

/// <summary>
/// Lets one execution of a reference in at a time: two that look at the same moment would both find nothing and both write. Between
/// several nodes the store that hands out executions does the same.
/// </summary>
internal sealed class ReferenceGate
{
    private readonly Dictionary<string, Place> places = [];

    /// <summary>Waits for the place of a reference; dispose what it gives.</summary>
    public async Task<IDisposable> EnterAsync(string reference, CancellationToken cancellationToken)
    {
        Place place;
        lock (places)
        {
            if (!places.TryGetValue(reference, out place!))
            {
                places.Add(reference, place = new Place());
            }

            place.Waiting++;
        }

        try
        {
            await place.Turn.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(reference, place);
            throw;
        }

        return new Stay(this, reference, place);
    }

    private void Leave(string reference, Place place)
    {
        lock (places)
        {
            if (--place.Waiting == 0)
            {
                places.Remove(reference);
            }
        }
    }

    private sealed class Place
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Waiting { get; set; }
    }

    private sealed class Stay(ReferenceGate gate, string reference, Place place) : IDisposable
    {
        public void Dispose()
        {
            place.Turn.Release();
            gate.Leave(reference, place);
        }
    }
}
