using Copilot.Contracts;
using Copilot.Knowledge;
using Copilot.Testing.Knowledge;
using Xunit;

namespace Copilot.ThoroughTests.Knowledge.Stores;

/// <summary>Draws readers, companies, days and questions at random: what is found is always within the rights, by a rule written a second time.</summary>
public sealed class RightsTests
{
    private const int Documents = 60;
    private const int Draws = 2000;

    private static readonly string[] Companies = ["Meridian Industrial Supply", "Meridian Packaging"];
    private static readonly string[] Words = ["gloves", "tape", "carton", "penalty", "rebate", "return", "credit", "freight"];
    private static readonly DateOnly Begin = new(2024, 1, 1);

    [Fact]
    public async Task Nothing_outside_the_rights_is_ever_found_and_nothing_inside_is_hidden()
    {
        using var library = new KnowledgeLibrary();
        var random = new Random(7);
        var made = Enumerable.Range(0, Documents).Select(i => Made(i, random)).ToList();
        foreach (var document in made)
        {
            library.Document(document.Id, document.FrontMatter, document.Text);
        }

        Assert.Empty((await library.IngestAsync()).Failed);
        var found = 0;
        for (var draw = 0; draw < Draws; draw++)
        {
            var caller = KnowledgeLibrary.Caller([.. RoleNames.All.Where(_ => random.Next(4) == 0)]) with
            {
                Companies = [.. Companies.Where(_ => random.Next(2) == 0).Select((c, i) => new CompanyRef(i + 1, c))],
            };
            var day = Begin.AddDays(random.Next(1500));
            var word = Words[random.Next(Words.Length)];
            var query = new KnowledgeQuery { Text = word, Caller = caller, AsOf = day, Top = 100 };

            var ids = (await library.Search.RankDocumentsAsync(query, CancellationToken.None)).Select(d => d.DocumentId).Order().ToList();

            var allowed = made.Where(d => d.Text.Contains(word, StringComparison.Ordinal) && MayRead(d, made, caller, day)).Select(d => d.Id).Order();
            Assert.Equal(allowed, ids);
            found += ids.Count;
        }

        Assert.True(found > Draws, "The draws must find something, or the test proves nothing.");
    }

    [Fact]
    public async Task A_caller_without_roles_reads_nothing()
    {
        using var library = new KnowledgeLibrary();
        library.Document("a", "readers: all", "# A\nGloves.");
        await library.IngestAsync();

        Assert.Empty(await library.FindAsync("gloves", KnowledgeLibrary.Caller()));
    }

    private static bool MayRead(MadeDocument d, List<MadeDocument> all, Caller caller, DateOnly day)
        => caller.Roles.Count > 0
            && (d.Readers.Length == 0 || d.Readers.Intersect(caller.Roles).Any())
            && (d.Company is null || caller.Companies.Any(c => c.Name == d.Company))
            && (d.From is null || d.From <= day) && (d.To is null || d.To >= day)
            && !all.Exists(n => n.Supersedes == d.Id && (n.From ?? DateOnly.MinValue) <= day);

    private static MadeDocument Made(int i, Random random)
    {
        var from = random.Next(2) == 0 ? Begin.AddDays(random.Next(1000)) : (DateOnly?)null;
        return new MadeDocument(
            $"d{i:00}",
            random.Next(3) == 0 ? [] : [.. RoleNames.All.OrderBy(_ => random.Next()).Take(random.Next(1, 4))],
            random.Next(2) == 0 ? null : Companies[random.Next(2)],
            from,
            random.Next(2) == 0 ? (from ?? Begin).AddDays(random.Next(600)) : null,
            i > 0 && random.Next(4) == 0 ? $"d{random.Next(i):00}" : null,
            $"Document number {i}: " + string.Join(' ', Words.Where(_ => random.Next(2) == 0).Append("stock")));
    }

    private sealed record MadeDocument(string Id, string[] Readers, string? Company, DateOnly? From, DateOnly? To, string? Supersedes, string Text)
    {
        public string FrontMatter => string.Join('\n', Lines());

        private IEnumerable<string> Lines()
        {
            yield return $"id: {Id}";
            yield return $"readers: {(Readers.Length == 0 ? "all" : $"[{string.Join(", ", Readers)}]")}";
            yield return $"company: {Company ?? "all"}";
            if (From is { } from)
            {
                yield return $"valid_from: {from:yyyy-MM-dd}";
            }

            if (To is { } to)
            {
                yield return $"valid_to: {to:yyyy-MM-dd}";
            }

            if (Supersedes is not null)
            {
                yield return $"supersedes: {Supersedes}";
            }
        }
    }
}
