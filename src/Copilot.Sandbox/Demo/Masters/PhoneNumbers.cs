using System.Globalization;

namespace Copilot.Sandbox.Demo.Masters;

/// <summary>Telephone numbers that belong to nobody: the country's own prefix and an exchange kept for fiction.</summary>
internal static class PhoneNumbers
{
    public static string Draw(Random dice, string country) => Of(country, dice.Next(10, 99), dice.Next(1000, 9999));

    public static string Of(string country, int area, int line)
    {
        var prefix = country switch { "FR" => "33", "DE" => "49", "NL" => "31", "BE" => "32", "GB" => "44", "IT" => "39", "ES" => "34", "CH" => "41", "NO" => "47", "EE" => "372", "PL" => "48", "SE" => "46", "AT" => "43", "DK" => "45", "PT" => "351", "CZ" => "420", "FI" => "358", "CN" => "86", _ => "353" };
        return string.Create(CultureInfo.InvariantCulture, $"+{prefix} {area} 555 {line:0000}");
    }
}
