using Copilot.Sandbox.Schema;

namespace Copilot.Sandbox.Store;

/// <summary>Builds the practice company's database: the system user, the records of the generator, and what follows from them.</summary>
internal static class Company
{
    private static readonly TimeZoneInfo Home = TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Paris", out var zone) ? zone : TimeZoneInfo.Utc;

    public static Database Build(TimeProvider time, Action<IRecordSink, DateOnly, DateTimeOffset> fill)
    {
        var now = time.GetUtcNow();
        var database = new Database(ModelCatalog.Create());
        var sink = new RecordSink(database, new DateTime(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerSecond), DateTimeKind.Utc));
        fill(sink, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Home).DateTime), now);
        SystemRecords.Add(database, sink);
        Completion.Complete(database);
        return database;
    }
}
