using System.Security.Cryptography;
using System.Text;

namespace Copilot.Conversation.Running;

/// <summary>Ids that tie what a person saw to one log entry.</summary>
internal static class FaultId
{
    /// <summary>Makes the id of a fault in a turn.</summary>
    public static string Of(string turnId, string place)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{turnId}/{place}")))[..10];
}
