using System.Threading.Channels;
using Copilot.Knowledge;
using Copilot.Knowledge.Ingestion;
using Copilot.Testing.Knowledge;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Copilot.ThoroughTests.Knowledge.Ingestion;

/// <summary>The library while the service runs: folders are watched, runs are reported.</summary>
public sealed class SourceKeeperTests : IAsyncLifetime
{
    private readonly KnowledgeLibrary _library = new();
    private readonly CancellationTokenSource _stop = new(TimeSpan.FromMinutes(2));
    private readonly Channel<(IngestReport Report, string What)> _told = Channel.CreateUnbounded<(IngestReport, string)>();
    private Task _running = Task.CompletedTask;

    public async Task InitializeAsync()
    {
        _library.Options.Folder = _library.Folder;
        _library.Write("sources.json", """{ "sources": [ { "name": "watched", "folder": ".", "refresh": "watch" } ] }""");
        _library.Write("a.txt", "Gloves may be returned.");
        var keeper = new SourceKeeper(_library.Ingestor, _library.Parts, NullLogger<SourceKeeper>.Instance);
        keeper.Follow(await _library.Ingestor.BeginFoldersAsync(_stop.Token), "start");
        _running = keeper.RunAsync((report, what, _) => _told.Writer.WriteAsync((report, what), CancellationToken.None).AsTask(), _stop.Token);
    }

    [Fact]
    public async Task What_comes_changes_and_goes_in_a_watched_folder_is_followed()
    {
        Assert.Equal(("start", 1), await UntilAsync(r => (r.What, r.Report.Added)));

        _library.Write("sub/b.txt", "Tapes may be returned.");
        Assert.Equal(("watched", 1), await UntilAsync(r => (r.What, r.Report.Added)));

        _library.Write("a.txt", "Gloves may not be returned.");
        Assert.Equal(("watched", 1), await UntilAsync(r => (r.What, r.Report.Updated)));

        File.Delete(_library.PathOf("sub/b.txt"));
        Assert.Equal(("watched", 1), await UntilAsync(r => (r.What, r.Report.Removed)));

        _library.Write("sources.json", """{ "sources": [ { "name": "watched", "folder": ".", "refresh": "watch", "readers": ["accountant"] } ] }""");
        Assert.Equal(("watched", 1), await UntilAsync(r => (r.What, r.Report.Updated)));
        Assert.Empty(await _library.FindAsync("gloves"));
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        _library.Dispose();
    }

    /// <summary>Waits for a run that did something.</summary>
    private async Task<(string, int)> UntilAsync(Func<(IngestReport Report, string What), (string What, int Count)> read)
    {
        while (true)
        {
            var told = read(await _told.Reader.ReadAsync(_stop.Token));
            if (told.Count > 0)
            {
                return told;
            }
        }
    }
}
