using System.Globalization;
using System.Text;

namespace Copilot.Sandbox.Demo.Customers;

/// <summary>Invents the customers beyond the key ones: no two with the same name, none of a real company.</summary>
internal static class CustomerNames
{
    private const int Generated = 107;

    public static IEnumerable<CustomerRow> Invent(Random dice)
    {
        var taken = new HashSet<string>();
        for (var i = 0; i < Generated; i++)
        {
            var (country, stems, trades, cities) = CustomerTable.Regions[i < 32 ? i % 16 : dice.Next(CustomerTable.Regions.Count)];
            var name = Name(dice, taken, stems, trades);
            if (name is null)
            {
                i--;
                continue;
            }

            yield return Row(dice, i, name, country, dice.Pick(cities));
        }
    }

    /// <summary>The language a company of a country is written to in; English where the house writes no other.</summary>
    public static string Language(string country)
        => country switch { "DE" or "AT" or "CH" => "de_DE", "FR" => "fr_FR", "NL" or "BE" => "nl_NL", "ES" => "es_ES", "IT" => "it_IT", _ => "en_US" };

    /// <summary>A mailbox part without accents or spaces.</summary>
    public static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (letter is ' ' or '-' && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }

    private static string? Name(Random dice, HashSet<string> taken, string[] stems, string[] trades)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var name = $"{dice.Pick(stems)} {dice.Pick(trades)}";
            if (taken.Add(name))
            {
                return name;
            }
        }

        return null;
    }

    private static CustomerRow Row(Random dice, int index, string name, string country, string city)
    {
        var company = index % 5 is 1 or 3 ? 2 : 1;
        var rank = (index % 20) switch { < 2 => 'A', < 9 => 'B', _ => 'C' };
        var salesperson = company == 2 ? "jonas.brandt" : (index % 3) switch { 0 => "sales-rep", 1 => "marc.lefevre", _ => "anneke.visser" };
        var cut = city.IndexOf(' ', StringComparison.Ordinal);
        var warehouse = company == 2 ? "LEJ" : country is "NL" or "BE" or "GB" or "IE" or "DK" or "SE" or "FI" ? "RTM" : "LYO";
        var (weight, size, limit) = rank switch { 'A' => (4.5, 1.8, 80000), 'B' => (2.0, 1.0, 30000), _ => (0.8, 0.5, 8000) };
        return new CustomerRow(
            name, city[..cut], city[(cut + 1)..], country, string.Create(CultureInfo.InvariantCulture, $"Industrial Park {dice.Next(1, 90)}"),
            rank, salesperson, dice.Pick(CustomerTable.Baskets[company - 1]), warehouse,
            weight * (0.7 + (0.6 * dice.NextDouble())), size * (0.7 + (0.6 * dice.NextDouble())), dice.Pick([14, 30, 30, 30, 45, 60]), dice.Next(-3, 16), limit);
    }
}
