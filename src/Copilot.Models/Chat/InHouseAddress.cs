using System.Net;
using System.Net.Sockets;

namespace Copilot.Models.Chat;

/// <summary>
/// Guesses from its address whether a model runs inside the company: on this machine, at a private address (RFC 1918, RFC 4193, RFC 6598 is not one), or under a name
/// that only a local network has. A proxy that passes texts on to others looks the same and must be configured.
/// </summary>
internal static class InHouseAddress
{
    private static readonly string[] LocalEndings = [".local", ".lan", ".internal", ".home.arpa", ".localdomain", ".svc", ".cluster.local"];

    /// <summary>Says whether a model is believed to run inside.</summary>
    /// <param name="model">The model.</param>
    public static bool IsInHouse(ModelOptions model)
        => model.Kind switch
        {
            ModelKind.Azure or ModelKind.OpenAi => false,

            // Ollama passes models with this ending on to its maker's cloud.
            ModelKind.Ollama => !model.Model.EndsWith("-cloud", StringComparison.OrdinalIgnoreCase) && !model.Model.EndsWith(":cloud", StringComparison.OrdinalIgnoreCase)
                && (model.Endpoint is null || IsLocal(model.Endpoint)),
            _ => model.Endpoint is { } endpoint && IsLocal(endpoint),
        };

    private static bool IsLocal(Uri endpoint)
    {
        var host = endpoint.DnsSafeHost.TrimEnd('.');
        if (IPAddress.TryParse(host, out var address))
        {
            return IsPrivate(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
        }

        return endpoint.IsLoopback || !host.Contains('.', StringComparison.Ordinal) || LocalEndings.Any(ending => host.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsPrivate(IPAddress address)
    {
        if (IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal)
        {
            return true;
        }

        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork
            && (bytes[0] == 10 || (bytes[0] == 172 && bytes[1] is >= 16 and <= 31) || (bytes[0] == 192 && bytes[1] == 168) || (bytes[0] == 169 && bytes[1] == 254));
    }
}
