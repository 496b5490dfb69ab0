using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using BotKb.Data;
using BotKb.Host.Commands;
using BotKb.Models;
using BotKb.Sources.SharedDrive;

namespace BotKb.Tests.Architecture;

/// <summary>What every public type and asynchronous method keeps.</summary>
public sealed class ContractTests
{
    private static readonly Assembly[] Assemblies =
        [typeof(BotKbContext).Assembly, typeof(SharedDriveSource).Assembly, typeof(CommandSession).Assembly, typeof(ModelOptions).Assembly];

    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Public_asynchronous_methods_take_a_cancellation_token_last()
    {
        var wrong = Assemblies.SelectMany(assembly => assembly.GetExportedTypes()).SelectMany(type => type.GetMethods(Declared))
            .Where(IsAsynchronous)
            .Where(method => method is { IsPublic: true, Name: not nameof(IAsyncDisposable.DisposeAsync) } && !IsOverride(method))
            .Where(method => method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken))
            .Select(method => $"{method.DeclaringType!.FullName}.{method.Name}");

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Cancellation_tokens_have_no_default()
    {
        var wrong = Types().SelectMany(type => type.GetMethods(Declared)).Where(method => !IsOverride(method))
            .SelectMany(method => method.GetParameters())
            .Where(parameter => parameter.ParameterType == typeof(CancellationToken) && parameter.HasDefaultValue)
            .Select(parameter => $"{parameter.Member.DeclaringType!.FullName}.{parameter.Member.Name}");

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Classes_are_sealed_or_abstract()
    {
        var wrong = Types().Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false })
            .Where(type => !type.Namespace!.EndsWith(".Migrations", StringComparison.Ordinal))
            .Select(type => type.FullName);

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Public_types_have_a_summary()
    {
        var wrong = Assemblies.SelectMany(assembly =>
        {
            var documented = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
                .Where(member => member.Element("summary") is not null || member.Element("inheritdoc") is not null)
                .Select(member => member.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal);
            return assembly.GetExportedTypes().Where(type => !type.IsDefined(typeof(GeneratedCodeAttribute))).Select(type => $"T:{type.FullName!.Replace('+', '.')}")
                .Where(name => !documented.Contains(name));
        });

        wrong.Where(name => !name.Contains(".Migrations.", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static IEnumerable<Type> Types() => Assemblies.SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.Namespace?.StartsWith("BotKb", StringComparison.Ordinal) == true && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.Contains('<'));

    // An override keeps the signature that it is given.
    private static bool IsOverride(MethodInfo method) => method.GetBaseDefinition() != method;

    private static bool IsAsynchronous(MethodInfo method) =>
        !method.Name.Contains('<') && !method.IsSpecialName
        && (typeof(Task).IsAssignableFrom(method.ReturnType)
            || (method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() is var open
                && (open == typeof(IAsyncEnumerable<>) || open == typeof(ValueTask<>))));
}
