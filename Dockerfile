# Two stages: the SDK builds, and an image with the ASP.NET Core runtime alone runs: no shell, no package tool, a user without rights.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
ARG TARGETARCH
WORKDIR /source

# The project files first: packages are restored anew only when one of these changes.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/MicroWins/MicroWins.csproj src/MicroWins/packages.lock.json src/MicroWins/
COPY src/MicroWins.Rules/MicroWins.Rules.csproj src/MicroWins.Rules/packages.lock.json src/MicroWins.Rules/
RUN dotnet restore src/MicroWins --locked-mode -a $TARGETARCH -p:PublishReadyToRun=true

COPY appsettings.json ./
COPY prompts prompts
COPY src src
# Compiled ahead of time where that is possible, so that the first reply comes sooner. CI makes the paths in the program the same on every machine.
RUN dotnet publish src/MicroWins --no-restore --configuration Release -a $TARGETARCH --no-self-contained \
    -p:PublishReadyToRun=true -p:UseAppHost=false -p:DebugType=none -p:RunAnalyzers=false -p:ContinuousIntegrationBuild=true --output /app \
    && mkdir /data /keys

# Without time zones and cultures: the program brings the first, and names its languages itself.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
WORKDIR /app
COPY --from=build /app .

# The two places that are written to: the store, and apart from it the keys that it is sealed with.
COPY --from=build --chown=$APP_UID:$APP_UID /data /data
COPY --from=build --chown=$APP_UID:$APP_UID /keys /keys
VOLUME /data /keys
# The C library keeps memory of its own for each thread, 20 MB of it under load; two such heaps are enough for SQLite and OpenSSL.
ENV Storage__ConnectionString="Data Source=/data/microwins.db" \
    Storage__KeyPath=/keys \
    Http__Port=8080 \
    Http__Address=0.0.0.0 \
    DOTNET_EnableDiagnostics=0 \
    MALLOC_ARENA_MAX=2

USER $APP_UID
EXPOSE 8080
# The image has nothing else to ask with.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["dotnet", "MicroWins.dll", "health"]
ENTRYPOINT ["dotnet", "MicroWins.dll"]
