using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Stores;
using Xunit;
using Xunit.Sdk;

namespace Copilot.Testing.Knowledge.Stores;

/// <summary>Nothing outside the rights, by any way in, however many times it is tried; and the trial itself is tried.</summary>
public abstract class KnowledgeRightsContract(KnowledgeStoreUnderTest place) : KnowledgeStoreContract(place)
{
    /// <summary>How many draws are made.</summary>
    protected virtual int Draws => 4_000;

    internal static IReadOnlyDictionary<string, Func<DocumentLabel, DocumentLabel>> LabelSlips { get; } = new Dictionary<string, Func<DocumentLabel, DocumentLabel>>
    {
        ["a reader more"] = l => l with { Readers = [.. l.Readers, "accountant"] },
        ["a reader less"] = l => l.Readers.Count > 1 ? l with { Readers = [.. l.Readers.Skip(1)] } : l,
        ["a company more"] = l => l with { Companies = [.. l.Companies, "Nordlicht"] },
        ["valid a day longer"] = l => l with { ValidTo = l.ValidTo?.AddDays(1) },
        ["valid a day earlier"] = l => l with { ValidFrom = l.ValidFrom?.AddDays(-1) },
        ["never superseded"] = l => l with { Supersedes = [] },
    };

    internal static IReadOnlyDictionary<string, Func<PassageFilter, PassageFilter>> FilterSlips { get; } = new Dictionary<string, Func<PassageFilter, PassageFilter>>
    {
        ["another role"] = f => f with { Reader = f.Reader with { Names = [.. f.Reader.Names, "purchaser"] } },
        ["another person"] = f => f with { Reader = f.Reader with { Names = [.. f.Reader.Names, "user:ann"] } },
        ["another company"] = f => f with { Reader = f.Reader with { Companies = PracticeShelf.Companies } },
        ["another day"] = f => f with { Day = f.Day.AddDays(1) },
        ["any collection"] = f => f with { Collection = null },
        ["choice unheeded"] = f => f with { Only = null },
        ["exception unheeded"] = f => f with { Except = [] },
    };

    public static TheoryData<string> Slips => [.. LabelSlips.Keys.Concat(FilterSlips.Keys)];

    [SkippableFact]
    public async Task Nothing_outside_the_rights_is_ever_found_and_nothing_inside_is_hidden()
    {
        var shelf = new PracticeShelf(Store, seed: 11);
        await shelf.FillAsync();
        var draws = new RightsDraws(Store, shelf);

        await draws.RunAsync(Draws, seed: 1);

        Assert.True(draws.Found > Draws / 4, $"The draws found {draws.Found} documents: too few to prove anything.");
    }

    [SkippableTheory]
    [MemberData(nameof(Slips))]
    public async Task The_draws_notice_a_slip_in_the_rights(string slip)
    {
        var shelf = new PracticeShelf(Store, seed: 11, LabelSlips.GetValueOrDefault(slip));
        await shelf.FillAsync();
        var draws = new RightsDraws(Store, shelf, FilterSlips.GetValueOrDefault(slip));

        await Assert.ThrowsAnyAsync<XunitException>(() => draws.RunAsync(Draws, seed: 1));
    }
}
