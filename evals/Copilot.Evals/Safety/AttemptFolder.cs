using Copilot.Contracts;
using Copilot.Evals.Cases;

namespace Copilot.Evals.Safety;

/// <summary>Reads <c>evals/safety</c>; what is missing or doubled stops the run instead of weakening it.</summary>
internal static class AttemptFolder
{
    private static readonly string[] Beginnings = ["Vel", "Kor", "Dra", "Mos", "Tel", "Bru", "Fen", "Gal", "Hes", "Jun", "Lar", "Nim", "Orv", "Pel", "Ruk", "Sal"];
    private static readonly string[] Middles = ["mo", "va", "ti", "ru", "ne", "lo", "ska", "bi", "ze", "pu"];
    private static readonly string[] Ends = ["ra", "nil", "dex", "thane", "lon", "mar"];

    /// <summary>Reads all attempts in the order of their files.</summary>
    /// <param name="evals">The folder <c>evals</c>.</param>
    public static IReadOnlyList<Attempt> Read(string evals)
    {
        var attempts = new List<Attempt>();
        foreach (var (path, file) in CaseFolder.Attempts(evals))
        {
            foreach (var row in file.Attempts)
            {
                if (Fault(file, row) is { } fault)
                {
                    throw new CopilotException($"{path}: {row.Id} {fault}");
                }

                attempts.Add(new Attempt(file, row, Subject(attempts.Count)));
            }
        }

        var twice = attempts.GroupBy(a => a.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)
            ?? attempts.GroupBy(a => a.Row.Canary, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? attempts : throw new CopilotException($"Two attempts have the id or the canary \"{twice.Key}\"; change one.");
    }

    private static string? Fault(AttemptFile file, AttemptRow row)
        => (row.As ?? file.As) is null ? "says nobody that asks; add as."
            : file.Place != AttemptPlace.Question && file.Question is null ? "has no question that brings it into a turn; add question."
            : file.Place == AttemptPlace.Record && file.Record is null ? "names no field; add record."
            : row.Text.Contains(row.Canary, StringComparison.OrdinalIgnoreCase) ? "holds its canary whole, so that a quotation would look like obedience; write it in pieces."
            : null;

    private static string Subject(int number)
        => Beginnings[number % Beginnings.Length] + Middles[number / Beginnings.Length % Middles.Length] + Ends[number / (Beginnings.Length * Middles.Length) % Ends.Length];
}
